package vn.ocopmarket.storefront.returning;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.storefront.fulfillment.DroppingUnits;
import vn.ocopmarket.storefront.inventory.CalledBackLots;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.inventory.MovingStock;
import vn.ocopmarket.storefront.notification.SendingMail;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.orderend.CancellingOrder;
import vn.ocopmarket.storefront.orderlink.OrderLinks;
import vn.ocopmarket.storefront.promotion.MinimumsOfVouchers;
import vn.ocopmarket.storefront.refund.RefundingOrder;
import vn.ocopmarket.storefront.refund.UnitsAskedFor;
import vn.ocopmarket.storefront.refund.UnitsAskedFor.Asked;
import vn.ocopmarket.storefront.returning.domain.ReturnRules;

@Configuration(proxyBeanMethods = false)
class ReturningConfiguration {

    @Bean
    RequestLetters requestLetters(Orders orders, OrderLinks links, SendingMail mails, MessageSource messages) {
        return new RequestLetters(orders, links, mails, messages);
    }

    @Bean
    PayingBack payingBackForRequests(RefundingOrder refunding) {
        return new PayingBack(refunding);
    }

    @Bean
    CarryingOutDrops carryingOutDrops(DroppingUnits dropping, PayingBack paying, Orders orders) {
        return new CarryingOutDrops(dropping, paying, orders);
    }

    @Bean
    Consequences consequencesOfRequests(
            MovingStock stock,
            PayingBack paying,
            CancellingOrder cancelling,
            CarryingOutDrops drops,
            RequestLetters letters,
            Clock clock) {
        return new Consequences(stock, paying, cancelling, drops, letters, clock);
    }

    @Bean
    FindReturnedGoods findReturnedGoods(BuyerRequests requests) {
        return new ReturnedGoods(requests);
    }

    @Bean
    JudgingLots judgingLotsThatComeBack(
            CalledBackLots calledBack, BuyerRequests requests, AnnouncedReceptions announced, Orders orders) {
        return new JudgingLots(calledBack, new JudgingOwners(requests, announced), orders);
    }

    @Bean
    SettlingByHand settlingRequestsByHand(Orders orders, PayingBack paying) {
        return new SettlingByHand(orders, paying);
    }

    @Bean
    HandlingRequests handlingRequests(
            BuyerRequests requests,
            Consequences consequences,
            Locations locations,
            JudgingLots lots,
            SettlingByHand byHand,
            Clock clock) {
        return new HandlingRequests(requests, consequences, locations, lots, byHand, clock);
    }

    @Bean
    UnitsAskedFor unitsOfOpenRequests(BuyerRequests requests) {
        return orderId -> requests.ofOrder(orderId)
                .filter(request -> request.state().isOpen())
                .flatMapIterable(request -> request.wish().lines().stream()
                        .map(line -> new Asked(request.number(), line.sku(), request.awaited(line.sku())))
                        .filter(asked -> asked.units() > 0)
                        .toList());
    }

    @Bean
    ReturnRules returnRules() {
        return ReturnRulesFile.read();
    }

    @Bean
    ReturnTerms returnTerms(ReturnRules rules) {
        return day -> rules.on(day).stream()
                .map(rule -> new ReturnTerms.Term(rule.reason(), rule.days()))
                .toList();
    }

    @Bean
    LookingAtOrders lookingAtOrders(
            BuyerRequests requests,
            RefundingOrder refunding,
            MinimumsOfVouchers minimums,
            ReturnRules rules,
            Clock clock) {
        return new LookingAtOrders(requests, refunding, minimums, rules, clock);
    }

    @Bean
    AskingStaff askingStaff(BuyerRequests requests, LookingAtOrders looking, HandlingRequests handling, Clock clock) {
        return new AskingStaff(requests, looking, handling, clock);
    }

    /** Goes on with requests that a crash left between two steps. */
    @Bean
    PeriodicWorker requestWorker(HandlingRequests handling) {
        return new PeriodicWorker("requests between two steps", Duration.ofSeconds(15), handling::finishDue);
    }
}
