package vitrine.data.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a column of an interactions file means, with the names it goes by, best first, and with parts of names that
 * point to it. Names are compared in lower case and without anything but letters and digits.
 */
public enum ColumnRole {
    USER(
            "user userid uid customer customerid customerno client clientid member memberid membernumber household"
                    + " householdid householdkey visitor visitorid buyer buyerid account accountid shopper shopperid"
                    + " reviewerid session sessionid 用户 用户id 用户编号 用户名 客户 客户id 客户编号 会员 会员id 会员编号 买家 买家id"
                    + " 顾客 顾客id 顾客编号",
            "userid customerid user customer client member 用户 客户 会员 顾客 买家"),
    ITEM(
            "item itemid iid product productid productcode stockcode sku skuid itemcode article articleid goods goodsid"
                    + " movie movieid asin aid book bookid isbn songid artistid 商品 商品id 商品编号 商品编码 产品 产品id 产品编号"
                    + " 物品 物品id 货号",
            "itemid productid stockcode sku 商品编 产品编 商品id 产品id"),
    TIME(
            "time timestamp ts datetime date eventtime invoicedate orderdate ordertime purchasedate"
                    + " transactiontimestamp transactiondate createdat unixreviewtime 时间 时间戳 日期 下单时间 购买时间 交易时间"
                    + " 行为时间 订单日期",
            "timestamp datetime 时间 日期"),
    EVENT(
            "event eventtype eventname type action actiontype behavior behaviour behaviortype 行为 行为类型 事件 事件类型 类型"
                    + " 操作",
            "eventtype behaviortype 行为类型"),
    VALUE("value quantity qty rating score stars overall 数量 评分 打分 购买数量 件数", "quantity rating 数量 评分"),
    PRICE("price unitprice saleprice sellingprice 价格 单价 售价", "price 价格 单价"),
    ORDER(
            "order orderid orderno ordernumber invoice invoiceno invoiceid basket basketid transaction transactionid"
                    + " 订单 订单id 订单号 订单编号 发票号",
            "invoiceno orderid 订单号"),
    TITLE(
            "title name description productname itemname productdescription itemdescription producttitle 标题 名称 商品名称"
                    + " 商品名 商品标题 产品名称",
            "title description 名称 标题"),
    REGION("region country state province city 地区 国家 省份 城市", ""),
    DEVICE("device devicetype devicecategory platform 设备 设备类型 终端 平台", "");

    private static final String RATINGS = "rating score stars overall 评分 打分";
    private static final String QUANTITIES = "quantity qty 数量 购买数量 件数";

    private final String names;
    private final String parts;

    ColumnRole(String names, String parts) {
        this.names = names;
        this.parts = parts;
    }

    /** The word for this role on the command line: {@code user}, {@code item} ... */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a word on the command line. */
    public static Optional<ColumnRole> ofWord(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** All words, for messages. */
    public static String words() {
        return String.join(", ", Arrays.stream(values()).map(ColumnRole::word).toList());
    }

    /** @return how well a column's name fits, lower is better; {@link Integer#MAX_VALUE}: not at all */
    int fit(String columnName) {
        String normal = normal(columnName);
        List<String> exact = words(names);
        if (exact.contains(normal)) {
            return exact.indexOf(normal);
        }
        List<String> inside = words(parts);
        for (int i = 0; i < inside.size(); i++) {
            if (normal.contains(inside.get(i))) {
                return exact.size() + i;
            }
        }
        return Integer.MAX_VALUE;
    }

    boolean isExact(String columnName) {
        return words(names).contains(normal(columnName));
    }

    /** Whether a VALUE column of this name says how well something was liked. */
    static boolean isRating(String columnName) {
        return words(RATINGS).contains(normal(columnName));
    }

    /** Whether a VALUE column of this name says how many were bought. */
    static boolean isQuantity(String columnName) {
        return words(QUANTITIES).contains(normal(columnName));
    }

    private static List<String> words(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split(" "));
    }

    private static String normal(String columnName) {
        StringBuilder kept = new StringBuilder();
        columnName.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString().toLowerCase(Locale.ROOT);
    }
}
