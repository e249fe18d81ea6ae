package vn.ocopmarket.storefront.fair.domain;

import java.util.List;

/**
 * What a fair is, as its organiser plans it.
 *
 * @param provinceCode of the place; officers of that province run the fair
 * @param address the place in words: commune and street, or the name of the grounds
 */
public record FairPlan(
        String name, String provinceCode, String address, Period period, String organiser, List<Stall> stalls) {

    public FairPlan {
        stalls = List.copyOf(stalls);
    }

    public boolean hasStall(String number) {
        return stalls.stream().anyMatch(stall -> stall.number().equals(number));
    }
}
