package vn.ocopmarket.catalog.media;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;

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
    MediaWorker mediaWorker(SweepingOriginals sweeping) {
        return new MediaWorker(sweeping);
    }
}
