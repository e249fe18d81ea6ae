package vn.ocopmarket.catalog.media;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.service.PeriodicWorker;

@Configuration(proxyBeanMethods = false)
class MediaConfiguration {

    @Bean(destroyMethod = "dispose")
    Scheduler pictureScheduler() {
        return MediaSchedulers.create();
    }

    @Bean
    StoringPictures storingPictures(
            Pictures pictures, Originals originals, Imaging imaging, Scheduler pictureScheduler, Clock clock) {
        return new StoringPictures(pictures, originals, imaging, pictureScheduler, clock);
    }

    @Bean
    SweepingOriginals sweepingOriginals(Originals originals, Pictures pictures, Clock clock) {
        return new SweepingOriginals(originals, pictures, clock);
    }

    @Bean
    PeriodicWorker mediaWorker(SweepingOriginals sweeping) {
        return new PeriodicWorker(
                "sweeping originals that nobody needs", Duration.ofMinutes(10), Duration.ofHours(12), sweeping::sweep);
    }
}
