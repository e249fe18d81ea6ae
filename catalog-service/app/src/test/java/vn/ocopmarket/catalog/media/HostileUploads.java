package vn.ocopmarket.catalog.media;

import static vn.ocopmarket.catalog.media.SamplePictures.chunk;
import static vn.ocopmarket.catalog.media.SamplePictures.fromCamera;
import static vn.ocopmarket.catalog.media.SamplePictures.joined;
import static vn.ocopmarket.catalog.media.SamplePictures.packedNotes;
import static vn.ocopmarket.catalog.media.SamplePictures.photo;
import static vn.ocopmarket.catalog.media.SamplePictures.pngClaiming;
import static vn.ocopmarket.catalog.media.SamplePictures.text;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Uploads that mean harm, by name. */
final class HostileUploads {

    private final Map<String, byte[]> all = new LinkedHashMap<>();

    private HostileUploads() {}

    static Map<String, byte[]> all() throws IOException {
        var uploads = new HostileUploads();
        uploads.otherThings();
        uploads.tooLarge();
        uploads.bombs();
        uploads.damaged();
        uploads.twoThingsAtOnce();
        return uploads.all;
    }

    private void otherThings() {
        all.put("nothing", new byte[0]);
        all.put("one byte", new byte[] {(byte) 0xff});
        all.put("a page", text("<!doctype html><script>alert(1)</script>"));
        all.put(
                "a drawing with a script",
                text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"));
        all.put(
                "a drawing that loads",
                text("<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&x;</svg>"));
        all.put("a drawing in capitals", text("\ufeff<SVG onload=alert(1)>"));
        all.put("a document", text("%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>"));
        all.put("an archive", text("PK\u0003\u0004 ../../../../etc/cron.d/x"));
        all.put("a program", text("\u007fELF\u0002\u0001\u0001"));
        all.put("a shell script", text("#!/bin/sh\nrm -rf /\n"));
        all.put("a class", new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 69});
        all.put("a gif", text("GIF89a\u0001\u0000\u0001\u0000"));
        all.put("a gif with a script", text("GIF89a/*\u0001*/=1;alert(1)"));
        all.put("heic", text("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"));
        all.put("avif", text("\0\0\0\u0018ftypavif\0\0\0\0mif1avif"));
        all.put("a film", text("\0\0\0\u0018ftypmp42\0\0\0\0isom"));
        all.put("a bitmap", text("BM6\0\0\0\0\0\0\0"));
        all.put("tiff", text("II*\0\b\0\0\0"));
        all.put("a format string", text("%s%s%s%n%n%n"));
        all.put("a template", text("${jndi:ldap://127.0.0.1/a}"));
        all.put(
                "push graphic-context",
                text("push graphic-context\nviewbox 0 0 640 480\nfill 'url(https://127.0.0.1/\"|ls \"-la)'"));
    }

    private void tooLarge() {
        all.put("200 megapixels", pngClaiming(20_000, 10_000));
        all.put("four thousand million pixels", pngClaiming(65_535, 65_535));
        all.put("as large as numbers go", pngClaiming(Integer.MAX_VALUE, Integer.MAX_VALUE));
        all.put("less than nothing", pngClaiming(-1, 100));
        all.put("nothing wide", pngClaiming(0, 100));
        all.put("a line down to the sea", pngClaiming(1, 40_000_000));
        all.put("a line to the horizon", pngClaiming(40_000_000, 1));
    }

    private void bombs() {
        all.put("notes that unpack to 1 GB", pngClaiming(64, 64, packedNotes("zTXt", 1 << 30)));
        all.put("profile that unpacks to 200 MB", pngClaiming(64, 64, packedNotes("iCCP", 200 << 20)));
        all.put("text that unpacks to 200 MB", pngClaiming(64, 64, packedNotes("iTXt", 200 << 20)));
        var many = new byte[2_000][];
        Arrays.fill(many, chunk("tEXt", text("a\0b")));
        all.put("two thousand notes", pngClaiming(64, 64, many));
        all.put("49 megapixels of nothing", pngClaiming(7_000, 7_000));
    }

    private void damaged() throws IOException {
        var jpeg = photo("jpg", 800, 600);
        var png = photo("png", 800, 600);
        all.put("half a jpeg head", Arrays.copyOf(jpeg, 20));
        all.put("jpeg without an end", Arrays.copyOf(jpeg, 300));
        all.put("half a png head", Arrays.copyOf(png, 12));
        all.put("half a png", Arrays.copyOf(png, png.length / 2));
        all.put(
                "jpeg mark and noise",
                joined(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}, noise(40_000)));
        all.put("png mark and noise", joined(Arrays.copyOf(png, 8), noise(40_000)));
        all.put("webp mark and noise", joined(text("RIFF\u0010\0\0\0WEBPVP8 "), noise(40_000)));
        all.put(
                "webp of one huge piece",
                text("RIFF\u007f\u007f\u007f\u007fWEBPVP8L\u007f\u007f\u007f\u007f/\u007f\u007f\u007f\u007f"));
        all.put(
                "animation without frames",
                text("RIFF\u0020\0\0\0WEBPVP8X\n\0\0\0\u0002\0\0\0\u007f\u007f\0\u007f\u007f\0"));
        all.put("png whose head comes last", joined(Arrays.copyOf(png, 8), chunk("IEND", new byte[0])));
        all.put("png of an unknown kind", joined(Arrays.copyOf(png, 8), chunk("IHDR", new byte[] {
            0, 0, 0, 9, 0, 0, 0, 9, 99, 99, 99, 99, 99
        })));
        for (var seed = 1; seed <= 4; seed++) {
            var broken = jpeg.clone();
            var random = new Random(seed);
            for (var i = 0; i < 60; i++) {
                broken[2 + random.nextInt(200)] = (byte) random.nextInt();
            }
            all.put("jpeg with a broken head " + seed, broken);
        }
    }

    private void twoThingsAtOnce() throws IOException {
        all.put("jpeg and a page", joined(photo("jpg", 300, 200), text("<script>alert(1)</script>")));
        all.put("png and an archive", joined(photo("png", 300, 200), text("PK\u0003\u0004evil.jsp")));
        all.put("jpeg with a script in its notes", joined(fromCamera(1, 300, 200), text("<?php system('id') ?>")));
    }

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new Random(7).nextBytes(noise);
        return noise;
    }
}
