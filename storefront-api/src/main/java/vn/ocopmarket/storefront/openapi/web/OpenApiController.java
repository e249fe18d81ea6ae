package vn.ocopmarket.storefront.openapi.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description is written by a test from the controllers, so that it costs nothing here and cannot be out of date. */
@RestController
class OpenApiController {

    private final Resource description = new ClassPathResource("static/api/openapi.json");
    private final Resource page = new ClassPathResource("static/api/docs.html");

    @GetMapping("/api/openapi.json")
    ResponseEntity<Resource> description() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(description);
    }

    @GetMapping("/api/docs")
    ResponseEntity<Resource> page() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(page);
    }
}
