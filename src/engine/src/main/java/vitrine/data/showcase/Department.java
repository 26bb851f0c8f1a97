package vitrine.data.showcase;

import java.util.List;

/**
 * One category of the shop and the words its titles are made of.
 *
 * @param priceCents the middle of the category's price range
 */
record Department(String category, int priceCents, List<String> qualities, List<String> goods) {
    Department {
        qualities = List.copyOf(qualities);
        goods = List.copyOf(goods);
    }

    private static Department of(String category, int priceCents, String qualities, String goods) {
        return new Department(category, priceCents, List.of(qualities.split(", ")), List.of(goods.split(", ")));
    }

    /** The twenty categories. Goods are named in one category only, so that titles are unique over the shop. */
    static List<Department> all() {
        return List.of(
                of(
                        "Kitchen",
                        2400,
                        "Enamel, Copper, Steel, Ceramic, Everyday, Heavy, Rustic, Compact",
                        "Saucepan, Frying Pan, Teapot, Mixing Bowl, Colander, Chopping Board, Ladle, Pie Dish"),
                of(
                        "Tableware",
                        1500,
                        "Stoneware, Porcelain, Hand-Painted, Speckled, Glazed, Rustic, Ribbed, Gold-Rimmed",
                        "Dinner Plate, Soup Bowl, Mug, Milk Jug, Serving Platter, Egg Cup, Butter Dish, Cake Stand"),
                of(
                        "Coffee and Tea",
                        900,
                        "Organic, Smoky, House, Mountain, Decaf, Floral, Spiced, Breakfast",
                        "Espresso Beans, Filter Coffee, Green Tea, Black Tea, Chai, Rooibos, Oolong, Cocoa"),
                of(
                        "Pantry",
                        600,
                        "Farmhouse, Wild, Fine, Island, Valley, Small-Batch, Harvest, Organic",
                        "Tomatoes, Mustard, Honey, Almonds, Olives, Lentils, Sea Salt, Chilli Jam"),
                of(
                        "Sweets",
                        500,
                        "Dark, Milk, Salted, Crunchy, Soft, Zesty, Hazelnut, Old-Fashioned",
                        "Chocolate Bar, Truffles, Caramels, Shortbread, Nougat, Fudge, Liquorice, Toffee"),
                of(
                        "Bedding",
                        4500,
                        "Linen, Cotton, Brushed, Printed, Woven, Striped, Checked, Washed",
                        "Duvet Cover, Pillow, Fitted Sheet, Bedspread, Blanket, Pillowcase, Mattress Topper, Eiderdown"),
                of(
                        "Bathroom",
                        1600,
                        "Bamboo, Coastal, Nordic, Pebble, Spa, Classic, Sand, Everyday",
                        "Bath Towel, Bath Mat, Soap Dish, Toothbrush Holder, Shower Curtain, Hand Towel, Bathrobe, Stool"),
                of(
                        "Lighting",
                        3800,
                        "Brass, Paper, Smoked Glass, Rattan, Dimmable, Arched, Concrete, Opal",
                        "Table Lamp, Floor Lamp, Pendant, Wall Light, Lantern, Reading Light, String Lights, Night Light"),
                of(
                        "Candles",
                        1200,
                        "Beeswax, Soy, Cedar, Lavender, Fig, Vanilla, Amber, Sandalwood",
                        "Pillar Candle, Tealights, Scented Candle, Taper Candles, Candle Holder, Wax Melts, Diffuser, Incense"),
                of(
                        "Garden",
                        2000,
                        "Heritage, Galvanised, Green, Sturdy, Cottage, Compact, Weatherproof, Classic",
                        "Planter, Watering Can, Trowel, Pruning Saw, Bird Feeder, Plant Stand, Garden Fork, Trellis"),
                of(
                        "Stationery",
                        800,
                        "Dotted, Ruled, Clothbound, Recycled, Pocket, Marbled, Letterpress, Spiral",
                        "Notebook, Planner, Sketchbook, Greeting Cards, Writing Paper, Address Book, Desk Pad, Gift Wrap"),
                of(
                        "Books",
                        1400,
                        "Illustrated, Little, Complete, Weekend, Practical, Curious, Modern, Beginner's",
                        "Atlas of Rivers, Bread Book, Field Guide, Book of Knots, Garden Almanac, Book of Maps, "
                                + "Cookery School, Star Guide"),
                of(
                        "Toys",
                        1900,
                        "Wooden, Felt, Rainbow, Stacking, Magnetic, Knitted, Painted, Giant",
                        "Train, Rabbit, Building Blocks, Spinning Top, Puzzle, Doll's House, Kite, Farm Animals"),
                of(
                        "Crafts",
                        1100,
                        "Beginner, Botanical, Fine, Vintage, Rainbow, Indigo, Studio, Woodland",
                        "Knitting Yarn, Embroidery Kit, Paint Set, Dye Kit, Lino Print Kit, Beads, Brush Set, Weaving Loom"),
                of(
                        "Clothing",
                        3500,
                        "Ribbed Wool, Cashmere, Waxed, Flannel, Corduroy, Merino Blend, Denim, Chunky",
                        "Scarf, Cardigan, Beanie, Gloves, Work Shirt, Waistcoat, Pullover, Overshirt"),
                of(
                        "Bags",
                        4200,
                        "Canvas, Leather, Roll-Top, Quilted Nylon, Waxed Cotton, Packable, Mini, Everyday",
                        "Tote, Backpack, Weekend Bag, Satchel, Wash Bag, Belt Bag, Laptop Sleeve, Shopper"),
                of(
                        "Jewellery",
                        3000,
                        "Silver, Gold-Plated, Hammered, Pearl, Beaded, Enamelled, Twisted, Moonstone",
                        "Hoop Earrings, Pendant Necklace, Bangle, Signet Ring, Stud Earrings, Anklet, Brooch, Charm Bracelet"),
                of(
                        "Outdoors",
                        3900,
                        "Insulated, Ultralight, Compact, Rugged, Trail, Summit, All-Weather, Wanderer",
                        "Flask, Tent, Sleeping Bag, Camping Stove, Hammock, Headlamp, Picnic Rug, Camp Chair"),
                of(
                        "Pets",
                        1300,
                        "Washable, Braided, Cosy, Natural, Bright, Playful, Tough, Checked",
                        "Dog Bed, Dog Lead, Cat Cushion, Chew Toy, Dog Collar, Cat Tunnel, Rope Toy, Pet Bowl"),
                of(
                        "Body Care",
                        1000,
                        "Rosemary, Oat, Rose, Sea Mineral, Shea, Citrus, Charcoal, Calendula",
                        "Hand Cream, Soap Bar, Bath Salts, Body Scrub, Lip Balm, Shampoo Bar, Face Oil, Bubble Bath"));
    }
}
