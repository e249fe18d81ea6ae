package vn.ocopmarket.catalog.imports;

import vn.ocopmarket.catalog.certification.ProductGroups;
import vn.ocopmarket.catalog.place.Places;
import vn.ocopmarket.catalog.producer.ProducerKinds;

/** The directories that give the words of a list their meaning. */
record ListTerms(Places places, ProductGroups groups, ProducerKinds kinds) {}
