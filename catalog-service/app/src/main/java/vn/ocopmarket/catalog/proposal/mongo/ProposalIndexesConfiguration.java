package vn.ocopmarket.catalog.proposal.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.CollectionIndexes;

@Configuration(proxyBeanMethods = false)
class ProposalIndexesConfiguration {

    @Bean
    CollectionIndexes proposalIndexes() {
        return new CollectionIndexes(
                MongoProposals.COLLECTION,
                List.of(
                        new IndexModel(
                                Indexes.ascending(ProposalDocuments.OPEN_PROVINCE, ProposalDocuments.OPEN_SINCE)),
                        new IndexModel(
                                Indexes.ascending(ProposalDocuments.UNPUBLISHED), new IndexOptions().sparse(true)),
                        new IndexModel(Indexes.ascending(ProposalDocuments.PRODUCER))));
    }
}
