package vitrine.data.showcase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vitrine.run.AtomicFiles;
import vitrine.run.JobContext;

/**
 * A made-up shop in which the cause of every purchase is known, to measure explanations against.
 *
 * <p>A shopper visits Poisson(events / users) times in the year 2025. Each visit is one purchase, drawn by one of seven
 * mechanisms: popularity .13 (Zipf 0.8), sources .36 (uniform over 24 triggers), staples .25 (6 items a segment, sold to
 * nobody else), taste .10, region .06, daypart .06, noise .04; or it is the consequence of a planted rule a → b, which
 * takes the place of the ordinary purchase 2 to 10 visits after a, and b is sold in no other way. See {@link RuleBook}
 * for the rules, {@link RuleMemory} for firing, {@link Funnel} for how a purchase becomes rows of views, carts and
 * purchases, {@link Mixture} for the responsibilities, {@link TruthFile} for how they are written.
 *
 * <p>Every shopper draws from streams of its own, all arithmetic is {@link StrictMath} or exact, nothing asks for locale,
 * time zone or clock: the same seed gives the same bytes everywhere.
 */
public final class ShowcaseShop {
    public static final int DEFAULT_USERS = 2_000;
    public static final int DEFAULT_ITEMS = 800;
    public static final int DEFAULT_EVENTS = 150_000;
    private static final int REPORT_EVERY = 50;

    private final ShopSize size;
    private final JobContext context;
    private final List<Product> products;
    private final Population population;
    private final RuleBook rules;
    private final ShopSimulator simulator;

    private ShowcaseShop(ShopSize size, long seed, JobContext context) {
        int categories = Department.all().size();
        this.size = size;
        this.context = context;
        this.products = new CatalogueMaker(seed).make(size.items());
        this.population = new Population(seed, size.users(), categories);
        ItemRoles roles = ItemRoles.deal(seed, size.items());
        this.rules = new RuleBook(roles);
        this.simulator = new ShopSimulator(seed, size.eventsPerUser(), new Mixture(roles, products, categories), rules);
    }

    /**
     * Writes {@code interactions.csv}, {@code items.csv}, {@code users.csv}, {@code truth.csv} and {@code rules.csv}.
     * Nothing is written, and no existing file touched, before the whole year is lived.
     *
     * @param out folder, made when absent
     * @param users 1 to 1,000,000
     * @param items 250 to 200,000
     * @param events expected number of purchases over all users, 1 to 500 a user
     * @throws vitrine.run.BadInputException when a number is out of range or the folder cannot be written
     * @throws vitrine.run.CancelledException when cancelled
     */
    public static ShowcaseSummary generate(Path out, long seed, int users, int items, int events, JobContext context) {
        ShopSize size = new ShopSize(users, items, events);
        return new ShowcaseShop(size, seed, context).write(out, seed);
    }

    private ShowcaseSummary write(Path out, long seed) {
        Path interactions = out.resolve(InteractionsFile.NAME);
        Path itemTable = out.resolve(ShopTables.ITEMS);
        Path userTable = out.resolve(ShopTables.USERS);
        Path truth = out.resolve(TruthFile.NAME);
        Path ruleTable = out.resolve(ShopTables.RULES);
        long[] counts = new long[2];
        // One inside the other: both are moved to their places only after the last shopper.
        AtomicFiles.write(
                interactions,
                log -> AtomicFiles.write(truth, why -> {
                    InteractionsFile interactionsFile = new InteractionsFile(log, products, seed);
                    TruthFile truthFile = new TruthFile(why, products);
                    live(interactionsFile, truthFile);
                    counts[0] = truthFile.events();
                    counts[1] = interactionsFile.rows();
                }));
        AtomicFiles.write(itemTable, stream -> ShopTables.writeItems(stream, products));
        AtomicFiles.write(userTable, stream -> ShopTables.writeUsers(stream, population));
        AtomicFiles.write(ruleTable, stream -> ShopTables.writeRules(stream, rules.rules(), products));
        return new ShowcaseSummary(
                List.of(interactions, itemTable, userTable, truth, ruleTable),
                size.users(),
                size.items(),
                counts[0],
                counts[1]);
    }

    private void live(InteractionsFile interactions, TruthFile truth) throws IOException {
        for (int index = 0; index < size.users(); index++) {
            context.cancellation().throwIfCancelled();
            if (index % REPORT_EVERY == 0) {
                context.progress().report("Living the shop's year", index, size.users());
            }
            Shopper shopper = population.shopper(index);
            List<Purchase> year = simulator.live(shopper);
            interactions.write(shopper, year);
            truth.write(shopper, year);
        }
        context.progress().report("Living the shop's year", size.users(), size.users());
    }
}
