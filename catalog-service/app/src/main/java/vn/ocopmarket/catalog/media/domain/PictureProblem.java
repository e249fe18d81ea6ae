package vn.ocopmarket.catalog.media.domain;

/** Why a file is not taken as a picture. */
public enum PictureProblem {
    EMPTY("picture-empty"),
    HEIC("picture-heic"),
    SVG("picture-svg"),
    GIF("picture-gif"),
    NOT_A_PICTURE("picture-unknown"),
    TOO_MANY_PIXELS("picture-too-many-pixels"),
    DAMAGED("picture-damaged");

    private final String code;

    PictureProblem(String code) {
        this.code = code;
    }

    /** Names the message bundle entry {@code field.<code>}. */
    public String code() {
        return code;
    }
}
