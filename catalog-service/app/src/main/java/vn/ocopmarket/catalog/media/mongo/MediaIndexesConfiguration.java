package vn.ocopmarket.catalog.media.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.CollectionIndexes;

@Configuration(proxyBeanMethods = false)
class MediaIndexesConfiguration {

    @Bean
    CollectionIndexes pictureIndexes() {
        return new CollectionIndexes(MongoPictures.COLLECTION, List.of(new IndexModel(Indexes.ascending("original"))));
    }
}
