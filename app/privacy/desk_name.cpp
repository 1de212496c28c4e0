#include "privacy/correspondent.h"

#include <array>

namespace privacy {

namespace {

// Birds and plants, then landscape: pleasant, and no given name of a person. Desks show these names from the first day
// on, so no word may be changed, moved, added or taken out: that would rename everybody.
constexpr std::array livingThings{
    "Wren",       "Heron",       "Plover",      "Curlew",     "Lapwing",    "Kestrel",      "Osprey",
    "Falcon",     "Sparrow",     "Finch",       "Linnet",     "Siskin",     "Bunting",      "Pipit",
    "Wagtail",    "Dipper",      "Warbler",     "Thrush",     "Fieldfare",  "Redwing",      "Starling",
    "Swallow",    "Swift",       "Nightingale", "Redstart",   "Stonechat",  "Whinchat",     "Wheatear",
    "Goldfinch",  "Greenfinch",  "Chaffinch",   "Brambling",  "Crossbill",  "Waxwing",      "Treecreeper",
    "Nuthatch",   "Goldcrest",   "Firecrest",   "Chiffchaff", "Blackcap",   "Whitethroat",  "Flycatcher",
    "Skylark",    "Woodlark",    "Turtledove",  "Woodpigeon", "Kingfisher", "Hoopoe",       "Bullfinch",
    "Avocet",     "Sanderling",  "Dunlin",      "Turnstone",  "Greenshank", "Redshank",     "Godwit",
    "Whimbrel",   "Snipe",       "Woodcock",    "Sandpiper",  "Ruff",       "Phalarope",    "Guillemot",
    "Razorbill",  "Puffin",      "Kittiwake",   "Gannet",     "Fulmar",     "Petrel",       "Shearwater",
    "Tern",       "Eider",       "Teal",        "Wigeon",     "Gadwall",    "Pintail",      "Shoveler",
    "Pochard",    "Goldeneye",   "Smew",        "Merganser",  "Grebe",      "Moorhen",      "Egret",
    "Stork",      "Crane",       "Spoonbill",   "Swan",       "Harrier",    "Hobby",        "Buzzard",
    "Kite",       "Goshawk",     "Partridge",   "Quail",      "Ptarmigan",  "Capercaillie", "Bluethroat",
    "Oriole",     "Bluebird",    "Cardinal",    "Junco",      "Towhee",     "Vireo",        "Tanager",
    "Chickadee",  "Ibis",        "Hummingbird", "Sunbird",    "Lyrebird",   "Kiwi",         "Alder",
    "Aspen",      "Birch",       "Beech",       "Hornbeam",   "Elm",        "Linden",       "Maple",
    "Oak",        "Larch",       "Spruce",      "Juniper",    "Cedar",      "Cypress",      "Hemlock",
    "Sequoia",    "Poplar",      "Sycamore",    "Chestnut",   "Walnut",     "Hawthorn",     "Blackthorn",
    "Elder",      "Dogwood",     "Spindle",     "Bramble",    "Gorse",      "Broom",        "Bracken",
    "Fern",       "Moss",        "Lichen",      "Sedge",      "Reed",       "Cattail",      "Clover",
    "Vetch",      "Trefoil",     "Sorrel",      "Yarrow",     "Tansy",      "Mallow",       "Comfrey",
    "Borage",     "Bergamot",    "Chamomile",   "Chicory",    "Cornflower", "Campion",      "Bluebell",
    "Snowdrop",   "Crocus",      "Primrose",    "Cowslip",    "Oxlip",      "Celandine",    "Buttercup",
    "Marigold",   "Foxglove",    "Lupin",       "Larkspur",   "Columbine",  "Aster",        "Zinnia",
    "Cosmos",     "Anemone",     "Gentian",     "Harebell",   "Speedwell",  "Stitchwort",   "Meadowsweet",
    "Willowherb", "Loosestrife", "Teasel",      "Thistle",    "Burdock",    "Plantain",     "Thyme",
    "Marjoram",   "Oregano",     "Tarragon",    "Lovage",     "Fennel",     "Dill",         "Coriander",
    "Parsley",    "Chervil",     "Mint",        "Woodruff",   "Bedstraw",   "Tormentil",    "Silverweed",
    "Cinquefoil", "Lavender",    "Saffron",     "Quince",     "Medlar",     "Damson",       "Mulberry",
    "Apricot",    "Almond",      "Hazelnut",    "Bilberry",   "Cranberry",  "Barley",       "Rye",
    "Oat",        "Millet",      "Flax",        "Saxifrage",  "Edelweiss",  "Arnica",       "Sundew",
    "Pondweed",   "Watermint",   "Kingcup",     "Hyacinth",   "Tulip",      "Peony",        "Lilac",
    "Wisteria",   "Azalea",      "Honeysuckle", "Clematis",   "Cyclamen",   "Cotoneaster",  "Acorn",
    "Catkin",     "Pinecone",    "Samphire",    "Thrift",     "Kelp",       "Cockle",       "Limpet",
    "Periwinkle", "Osier",       "Cormorant",   "Pelican",    "Kinglet",    "Bobolink",     "Serviceberry",
    "Albatross",  "Toadflax",    "Sandgrouse",  "Moonwort"};

constexpr std::array places{
    "Marsh",       "Meadow",    "Brook",      "Hill",     "Dale",      "Glen",      "Moor",      "Heath",
    "Fen",         "Field",     "Grove",      "Wood",     "Copse",     "Spinney",   "Thicket",   "Glade",
    "Dell",        "Dingle",    "Hollow",     "Combe",    "Vale",      "Valley",    "Ridge",     "Crag",
    "Tor",         "Fell",      "Pike",       "Peak",     "Summit",    "Slope",     "Bank",      "Bluff",
    "Cliff",       "Cove",      "Bay",        "Creek",    "Inlet",     "Estuary",   "Firth",     "Loch",
    "Lake",        "Mere",      "Tarn",       "Pool",     "Pond",      "Spring",    "Well",      "Fountain",
    "Cascade",     "Ford",      "Bridge",     "Weir",     "Mill",      "Lock",      "Quay",      "Harbour",
    "Haven",       "Jetty",     "Pier",       "Shore",    "Strand",    "Beach",     "Dune",      "Sands",
    "Shoal",       "Reef",      "Island",     "Isle",     "Holm",      "Eyot",      "Skerry",    "Headland",
    "Ness",        "Isthmus",   "Channel",    "Lagoon",   "Delta",     "Oxbow",     "Bend",      "Meander",
    "River",       "Stream",    "Rill",       "Beck",     "Bourne",    "Runnel",    "Rivulet",   "Prairie",
    "Steppe",      "Savanna",   "Tundra",     "Taiga",    "Oasis",     "Mesa",      "Butte",     "Canyon",
    "Gorge",       "Ravine",    "Gully",      "Pass",     "Saddle",    "Notch",     "Terrace",   "Ledge",
    "Shelf",       "Plateau",   "Upland",     "Lowland",  "Highland",  "Wold",      "Weald",     "Forest",
    "Park",        "Garden",    "Orchard",    "Vineyard", "Hedge",     "Hedgerow",  "Lane",      "Path",
    "Trail",       "Track",     "Way",        "Road",     "Avenue",    "Alley",     "Stile",     "Gate",
    "Fence",       "Dyke",      "Barn",       "Croft",    "Farm",      "Grange",    "Byre",      "Fold",
    "Paddock",     "Pasture",   "Lea",        "Ley",      "Common",    "Green",     "Acre",      "Furlong",
    "Glacier",     "Moraine",   "Corrie",     "Cairn",    "Boulder",   "Stone",     "Rock",      "Pebble",
    "Shingle",     "Chalk",     "Granite",    "Flint",    "Quartz",    "Sandstone", "Limestone", "Cave",
    "Grotto",      "Spur",      "Knoll",      "Mound",    "Hillock",   "Drumlin",   "Esker",     "Brae",
    "Strath",      "Kyle",      "Clough",     "Hanger",   "Coppice",   "Arbour",    "Bower",     "Lawn",
    "Court",       "Yard",      "Cloister",   "Tower",    "Steeple",   "Lantern",   "Beacon",    "Lighthouse",
    "Anchorage",   "Mooring",   "Landing",    "Crossing", "Causeway",  "Towpath",   "Bridleway", "Footpath",
    "Milestone",   "Signpost",  "Waymark",    "Village",  "Hamlet",    "Homestead", "Cottage",   "Lodge",
    "Cabin",       "Shelter",   "Hearth",     "Wharf",    "Boathouse", "Windmill",  "Watermill", "Granary",
    "Dovecote",    "Beehive",   "Greenhouse", "Dawn",     "Dusk",      "Breeze",    "Cloud",     "Mist",
    "Rain",        "Frost",     "Dew",        "Snow",     "Rainbow",   "Horizon",   "Skyline",   "Moonrise",
    "Sunrise",     "Twilight",  "Tide",       "Ripple",   "Eddy",      "Wave",      "Floe",      "Fjord",
    "Archipelago", "Atoll",     "Polder",     "Levee",    "Millpond",  "Millrace",  "Headwater", "Springhead",
    "Waterfall",   "Waterside", "Riverside",  "Lakeside", "Hillside",  "Hilltop",   "Woodland",  "Grassland",
    "Heathland",   "Moorland",  "Marshland",  "Parkland", "Wetland",   "Shoreline", "Coastline", "Foothill"};

static_assert(livingThings.size() == 256 && places.size() == 256);

// FNV-1a, 64 bits (Fowler, Noll, Vo): the same on every machine and in every version, which qHash is not.
quint64 stableHash(const QByteArray &bytes)
{
    quint64 hash = 0xcbf29ce484222325U;
    for (const char byte : bytes) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 0x100000001b3U;
    }
    return hash;
}

} // namespace

QString deskName(const desk::CorrespondentId &correspondent)
{
    const quint64 hash = stableHash(correspondent.toString().toLatin1());
    const quint64 folded = hash ^ (hash >> 32);
    const char *first = livingThings.at(folded % livingThings.size());
    const char *second = places.at((folded >> 16) % places.size());
    return QLatin1String(first) + QLatin1Char(' ') + QLatin1String(second);
}

} // namespace privacy
