package vn.ocopmarket.catalog.undo;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.imports.ImportStage;
import vn.ocopmarket.catalog.imports.Imports;
import vn.ocopmarket.catalog.producer.Producers;
import vn.ocopmarket.catalog.product.Befores;
import vn.ocopmarket.catalog.product.Products;

@Configuration(proxyBeanMethods = false)
class UndoConfiguration {

    @Bean
    UndoingProducts undoingProducts(Products products, Producers producers, Befores befores) {
        return new UndoingProducts(products, producers, befores);
    }

    @Bean
    UndoingProducers undoingProducers(Producers producers, Products products, Befores befores, Imports imports) {
        return new UndoingProducers(producers, products, befores, imports);
    }

    @Bean
    UndoStage.Parts undoParts(UndoingProducts products, UndoingProducers producers, LeftProducts left) {
        return new UndoStage.Parts(products, producers, left);
    }

    @Bean
    ImportStage undoStage(Imports imports, Befores befores, UndoStage.Parts parts, Clock clock) {
        return new UndoStage(imports, befores, parts, clock);
    }

    @Bean
    UndoingOne undoingOne(Imports imports, UndoingProducts undoing, LeftProducts left, Clock clock) {
        return new UndoingOne(imports, undoing, left, clock);
    }
}
