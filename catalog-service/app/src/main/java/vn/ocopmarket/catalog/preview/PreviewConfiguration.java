package vn.ocopmarket.catalog.preview;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.catalog.imports.ImportStage;
import vn.ocopmarket.catalog.imports.Imports;
import vn.ocopmarket.catalog.product.CatalogueTarget;
import vn.ocopmarket.catalog.product.Plans;
import vn.ocopmarket.catalog.product.Products;

@Configuration(proxyBeanMethods = false)
class PreviewConfiguration {

    @Bean
    ImportStage applyStage(Imports imports, Plans plans, Products products, CatalogueTarget catalogue, Clock clock) {
        return new ApplyStage(imports, plans, products, catalogue, clock);
    }
}
