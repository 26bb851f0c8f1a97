package vitrine.data.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MappingGuessTest {
    @Test
    void knowsTheNamesOfRealFiles() {
        assertRoles(
                "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
                "order,item,title,value,time,price,user,region");
        assertRoles(
                "user_id,item_id,event_type,timestamp,price,quantity,region",
                "user,item,event,time,price,value,region");
        assertRoles("user,item,device_type,country", "user,item,device,region");
        assertRoles("userId,movieId,rating,timestamp", "user,item,value,time");
        assertRoles("household_key,BASKET_ID,PRODUCT_ID,QUANTITY", "user,order,item,value");
        assertRoles("visitorid,itemid,transactionid,event,timestamp", "user,item,order,event,time");
        assertRoles("Member_number,Date,itemDescription", "user,time,item");
        assertRoles("用户ID,商品ID,行为类型,时间,价格,数量,评分,商品名称,城市", "user,item,event,time,price,value,-,title,region");
        assertRoles("用户,商品,时间,行为,单价,订单号", "user,item,time,event,price,order");
    }

    @Test
    void prefersAnExactNameOverAPart() {
        assertRoles("customer_region,my user id,product name,sku_code", "-,user,title,item");
        assertRoles("Customer Name,Customer ID,Product ID,Product Name", "-,user,item,title");
    }

    @Test
    void findsATimeByItsContent() {
        ColumnMapping mapping = MappingGuess.withHeader(
                preview("user,item,when", List.of("1,2,2011-01-31 08:00", "1,3,2011-02-01 09:00")), Map.of());
        assertEquals("when", mapping.column(ColumnRole.TIME).orElseThrow());
    }

    @Test
    void whatIsToldWins() {
        ColumnMapping mapping = MappingGuess.withHeader(
                preview("user,item,time,Household,price", List.of()),
                Map.of("user", "household", "price", "-", "time", "-"));
        assertEquals("Household", mapping.column(ColumnRole.USER).orElseThrow());
        assertFalse(mapping.has(ColumnRole.PRICE));
        assertFalse(mapping.has(ColumnRole.TIME));
        assertTrue(mapping.header());
    }

    @Test
    void refusesColumnsAndRolesThatDoNotExist() {
        FilePreview preview = preview("user,item,time", List.of());
        Awkward.refusal(
                () -> MappingGuess.withHeader(preview, Map.of("user", "buyer")),
                "test.csv, line 1",
                "no column \"buyer\"",
                "user, item, time",
                "--map user=COLUMN");
        Awkward.refusal(() -> MappingGuess.withHeader(preview, Map.of("usr", "user")), "not \"usr\"", "user, item");
        Awkward.refusal(
                () -> MappingGuess.withHeader(preview("196,242,3", List.of()), Map.of()),
                "test.csv, line 1",
                "looks like the user",
                "196, 242, 3",
                "--columns");
        Awkward.refusal(
                () -> MappingGuess.withHeader(preview("user," + "x,".repeat(30) + "y".repeat(90), List.of()), Map.of()),
                "looks like the item",
                "and 12 more");
    }

    @Test
    void wordsNameTheColumnsOfAFileWithoutHeader() {
        ColumnMapping mapping =
                MappingGuess.withoutHeader(preview("1,2,3,4,5", List.of()), List.of("user", "-", "item", "zip"));
        assertEquals(Map.of(ColumnRole.USER, 0, ColumnRole.ITEM, 2), mapping.roles());
        assertTrue(mapping.isSkipped(1));
        assertTrue(mapping.isSkipped(3));
        assertFalse(mapping.header());
    }

    @Test
    void refusesWordsThatDoNotFit() {
        FilePreview preview = preview("1,2,3", List.of());
        Awkward.refusal(() -> MappingGuess.withoutHeader(preview, List.of("user", "item", "user")), "user twice");
        Awkward.refusal(() -> MappingGuess.withoutHeader(preview, List.of("user", "time")), "holds the item");
        Awkward.refusal(
                () -> MappingGuess.withoutHeader(preview, List.of("user", "item", "time", "value")),
                "has 3 columns",
                "names 4");
    }

    private static void assertRoles(String header, String roles) {
        ColumnMapping mapping = MappingGuess.withHeader(preview(header, List.of()), Map.of());
        List<String> found = new ArrayList<>();
        for (int column = 0; column < mapping.columns().size(); column++) {
            int number = column;
            found.add(mapping.roles().entrySet().stream()
                    .filter(role -> role.getValue() == number)
                    .map(role -> role.getKey().word())
                    .findFirst()
                    .orElse("-"));
        }
        assertEquals(roles, String.join(",", found));
        assertEquals(
                Set.copyOf(mapping.roles().values()).size(), mapping.roles().size());
    }

    private static FilePreview preview(String header, List<String> rows) {
        return new FilePreview(
                Path.of("test.csv"),
                ',',
                false,
                List.of(header.split(",")),
                rows.stream().map(row -> row.split(",")).toList());
    }
}
