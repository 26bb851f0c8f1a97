package vitrine.model.file;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import vitrine.data.EventType;
import vitrine.data.IdIndex;
import vitrine.data.InteractionLog;
import vitrine.model.FeatureSpace;

/** An interaction log as tensors, one a column. */
final class LogTensors {
    private LogTensors() {}

    private static final String REGION = "region";
    private static final String DEVICE = "device";

    /** Without the regions and devices of the events: most models do not read them. */
    static Map<String, RawTensor> encode(InteractionLog log) {
        int n = log.size();
        int[] user = new int[n];
        int[] item = new int[n];
        long[] time = new long[n];
        byte[] event = new byte[n];
        float[] value = new float[n];
        float[] price = new float[n];
        float[] weight = new float[n];
        for (int row = 0; row < n; row++) {
            user[row] = log.user(row);
            item[row] = log.item(row);
            time[row] = log.time(row);
            event[row] = (byte) log.event(row).ordinal();
            value[row] = log.value(row);
            price[row] = log.price(row);
            weight[row] = log.weight(row);
        }
        Map<String, RawTensor> tensors = new LinkedHashMap<>();
        tensors.put("user", RawTensor.ints(user));
        tensors.put("item", RawTensor.ints(item));
        tensors.put("time", RawTensor.longs(time));
        tensors.put("event", RawTensor.bytes(event));
        tensors.put("value", RawTensor.floats(value, n));
        tensors.put("price", RawTensor.floats(price, n));
        tensors.put("weight", RawTensor.floats(weight, n));
        tensors.put("has-times", RawTensor.bytes(new byte[] {(byte) (log.hasTimes() ? 1 : 0)}));
        return tensors;
    }

    /** @param space a region or device beyond its names is left out */
    static Map<String, RawTensor> encode(InteractionLog log, FeatureSpace space) {
        Map<String, RawTensor> tensors = encode(log);
        int[] region = new int[log.size()];
        int[] device = new int[log.size()];
        for (int row = 0; row < log.size(); row++) {
            region[row] = log.region(row) < space.regions().size() ? log.region(row) : IdIndex.UNKNOWN;
            device[row] = log.device(row) < space.devices().size() ? log.device(row) : IdIndex.UNKNOWN;
        }
        tensors.put(REGION, RawTensor.ints(region));
        tensors.put(DEVICE, RawTensor.ints(device));
        return tensors;
    }

    static InteractionLog decode(Map<String, RawTensor> tensors, IdIndex users, IdIndex items, String what) {
        int[] nowhere = new int[Codecs.present(tensors, "user", what).ints("user").length];
        Arrays.fill(nowhere, IdIndex.UNKNOWN);
        return decode(tensors, new InteractionLog.Builder(users, items), nowhere, nowhere, what);
    }

    /** @param space names of the regions and devices */
    static InteractionLog decode(
            Map<String, RawTensor> tensors, IdIndex users, IdIndex items, FeatureSpace space, String what) {
        int n = Codecs.present(tensors, "user", what).ints("user").length;
        int[] region = Codecs.ints(tensors, REGION, n, what);
        int[] device = Codecs.ints(tensors, DEVICE, n, what);
        for (int row = 0; row < n; row++) {
            Codecs.require(
                    region[row] >= IdIndex.UNKNOWN
                            && region[row] < space.regions().size()
                            && device[row] >= IdIndex.UNKNOWN
                            && device[row] < space.devices().size(),
                    what,
                    "row " + row + " is impossible");
        }
        InteractionLog.Builder builder =
                new InteractionLog.Builder(users, items).withPlaces(space.regions(), space.devices());
        return decode(tensors, builder, region, device, what);
    }

    private static InteractionLog decode(
            Map<String, RawTensor> tensors, InteractionLog.Builder builder, int[] region, int[] device, String what) {
        int[] user = Codecs.present(tensors, "user", what).ints("user");
        int n = user.length;
        int[] item = Codecs.ints(tensors, "item", n, what);
        long[] time = Codecs.present(tensors, "time", what).longs("time");
        byte[] event = Codecs.present(tensors, "event", what).bytes("event");
        float[] value = Codecs.present(tensors, "value", what).floats("value");
        float[] price = Codecs.present(tensors, "price", what).floats("price");
        float[] weight = Codecs.present(tensors, "weight", what).floats("weight");
        byte[] hasTimes = Codecs.present(tensors, "has-times", what).bytes("has-times");
        Codecs.require(
                time.length == n
                        && event.length == n
                        && value.length == n
                        && price.length == n
                        && weight.length == n
                        && hasTimes.length == 1,
                what,
                "its columns have different lengths");
        if (hasTimes[0] == 0) {
            builder.withoutTimes();
        }
        EventType[] events = EventType.values();
        for (int row = 0; row < n; row++) {
            Codecs.require(
                    user[row] >= 0
                            && user[row] < builder.users().size()
                            && item[row] >= 0
                            && item[row] < builder.items().size()
                            && event[row] >= 0
                            && event[row] < events.length
                            && weight[row] >= 0
                            && weight[row] < Float.POSITIVE_INFINITY,
                    what,
                    "row " + row + " is impossible");
            builder.add(
                    user[row],
                    item[row],
                    time[row],
                    events[event[row]],
                    value[row],
                    price[row],
                    weight[row],
                    region[row],
                    device[row]);
        }
        return builder.build();
    }
}
