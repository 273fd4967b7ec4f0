namespace Segmentation.Samples;

/// <summary>The neutral lists from which every name is coined. No name stands for a company or a person.</summary>
internal static class Words
{
    public static readonly string[] StemStarts =
    [
        "Alo", "Bravi", "Cavo", "Deru", "Elvi", "Faro", "Gelu", "Hani", "Ivo", "Jora", "Kelu", "Lumo", "Mavi", "Neru", "Olva", "Piro", "Quela", "Rudo", "Selu", "Tavo", "Ulmi", "Veru",
        "Weno", "Xandi", "Yaro", "Zelu", "Arbo", "Brio", "Coru", "Dano", "Embu", "Fjori", "Goru", "Hestu", "Indo", "Jumo", "Kivo", "Loru", "Miru", "Nuvo", "Ostu", "Pelo", "Rivu", "Suno", "Tolu",
    ];

    public static readonly string[] StemEnds =
    [
        "dan", "bex", "corva", "dell", "fane", "gard", "lith", "marn", "nex", "penn", "quist", "rand", "sten", "tham", "vant", "wick", "zeph", "bram", "crell", "dox", "fell", "gant", "holm", "jik",
        "kett", "lund", "mondo", "nord", "pax", "rell", "sard", "tock", "vik", "wend", "xora", "yelt", "zan", "brook", "clave", "drum", "fisk", "grove", "hulst", "leth",
    ];

    /// <summary>Industries of the picklist, each with the words its companies put into their names.</summary>
    public static readonly (string Industry, double Weight, string[] Nouns)[] Industries =
    [
        ("Technology", .20, ["Software", "Systems", "Cloud", "Data", "Robotics", "Networks"]),
        ("Manufacturing", .14, ["Tooling", "Foundry", "Components", "Castings", "Machinery", "Packaging"]),
        ("Retail", .11, ["Outfitters", "Grocers", "Homewares", "Bazaar", "Footwear", "Gifts"]),
        ("Healthcare", .10, ["Clinics", "Diagnostics", "Care", "Dental", "Medical", "Wellness"]),
        ("Financial Services", .10, ["Capital", "Credit", "Insurance", "Leasing", "Payments", "Advisory"]),
        ("Logistics", .09, ["Freight", "Haulage", "Warehousing", "Shipping", "Couriers", "Cold Chain"]),
        ("Professional Services", .08, ["Consulting", "Legal", "Staffing", "Audit", "Partners", "Design"]),
        ("Education", .05, ["Academy", "Learning", "Tutors", "Training", "Campus", "Schools"]),
        ("Construction", .05, ["Builders", "Roofing", "Civil", "Interiors", "Concrete", "Scaffolding"]),
        ("Media", .04, ["Studios", "Press", "Broadcast", "Publishing", "Pictures", "Radio"]),
        ("Hospitality", .02, ["Hotels", "Kitchens", "Resorts", "Catering", "Tours", "Inns"]),
        ("Energy", .02, ["Power", "Solar", "Grid", "Turbines", "Heating", "Fuels"]),
    ];

    public static readonly string[] FirstNames =
    [
        "Ada", "Aksel", "Amara", "Anouk", "Ari", "Astrid", "Basil", "Beatriz", "Ben", "Bram", "Camille", "Carla", "Cato", "Celeste", "Chloé", "Clara", "Dario", "Dasha", "Denis", "Dora", "Edda", "Elias",
        "Elif", "Emeka", "Enzo", "Esme", "Fabian", "Farah", "Felix", "Finn", "Flora", "Franka", "Gabi", "Gael", "Georgia", "Gita", "Greta", "Hana", "Hazel", "Hugo", "Ida", "Ilan", "Imani", "Ines",
        "Iris", "Ivan", "Jade", "Jonas", "José", "Juno", "Jürgen", "Kaia", "Karim", "Katja", "Kofi", "Lars", "Leila", "Leo", "Lina", "Luca", "Maia", "Malik", "Mara", "Marta", "Mateo", "Mei", "Milo",
        "Mina", "Nadia", "Naoki", "Nell", "Nils", "Noor", "Nora", "Odile", "Olaf", "Omar", "Orla", "Otto", "Paloma", "Pavel", "Petra", "Pia", "Priya", "Quinn", "Rafael", "Rana", "Renée", "Rhea", "Robin",
        "Rosa", "Rune", "Sami", "Sanna", "Selma", "Silas", "Sofía", "Søren", "Stella", "Tariq", "Tess", "Theo", "Tilda", "Tomas", "Uma", "Vera", "Viktor", "Wanda", "Willa", "Yara", "Yusuf", "Zara", "Zoë",
    ];

    public static readonly string[] LastNameStarts =
    [
        "Alder", "Amber", "Ash", "Barley", "Birch", "Bracken", "Briar", "Bronze", "Cedar", "Clover", "Cobble", "Copper", "Corn", "Dapple", "Elder", "Fallow", "Fern", "Flint", "Garnet", "Gold", "Hazel",
        "Heather", "Holly", "Ivory", "Juniper", "Kestrel", "Larch", "Linden", "Maple", "Marl", "Meadow", "Mul", "Nettle", "Oaken", "Pebble", "Quill", "Raven", "Rowan", "Sable", "Thistle", "Umber", "Wren", "Grün", "Höller", "Père", "Niño",
    ];

    public static readonly string[] LastNameEnds =
    [
        "bank", "beck", "bourne", "brook", "cote", "croft", "dale", "feather", "fell", "ford", "gate", "grove", "hurst", "lade", "march", "mere", "mont", "path", "reed", "ridge", "row", "shaw", "stead", "thorn", "ward", "wick",
    ];

    public static readonly string[] Streets = ["Mill Street", "Station Road", "Harbour Way", "Market Square", "Orchard Lane", "Canal Street", "Foundry Road", "Park Avenue", "Bridge Street", "Garden Row"];

    public static readonly (string Country, double Weight, string[] Suffixes, (string City, string State, string Postal)[] Places)[] Countries =
    [
        ("United States", .54, ["Inc.", "LLC", "Corp.", "Co."], [("Boston", "MA", "021##"), ("Newark", "NJ", "071##"), ("Hartford", "CT", "061##"), ("Providence", "RI", "029##"), ("New York", "NY", "100##"), ("Austin", "TX", "787##"), ("Denver", "CO", "802##"), ("Chicago", "IL", "606##"), ("Seattle", "WA", "981##"), ("Atlanta", "GA", "303##"), ("Portland", "OR", "972##"), ("Columbus", "OH", "432##")]),
        ("United Kingdom", .13, ["Ltd", "PLC", "Limited"], [("London", "", "EC2A 4##"), ("Manchester", "", "M1 3##"), ("Leeds", "", "LS1 2##"), ("Bristol", "", "BS1 5##")]),
        ("Germany", .11, ["GmbH", "AG", "GmbH & Co. KG"], [("Leipzig", "SN", "041##"), ("Dresden", "SN", "010##"), ("Berlin", "BE", "101##"), ("Hamburg", "HH", "200##"), ("München", "BY", "803##")]),
        ("Canada", .08, ["Inc.", "Ltd."], [("Toronto", "ON", "M5V 2#1"), ("Montréal", "QC", "H2Y 1#2"), ("Vancouver", "BC", "V6B 4#3")]),
        ("France", .06, ["SAS", "SARL", "SA"], [("Paris", "", "750##"), ("Lyon", "", "690##"), ("Nice", "", "060##")]),
        ("Australia", .05, ["Pty Ltd"], [("Sydney", "NSW", "20##"), ("Melbourne", "VIC", "30##"), ("Darwin", "NT", "08##")]),
        ("Ireland", .03, ["Ltd", "DAC"], [("Dublin", "", "D02 X##1"), ("Cork", "", "T12 A##2")]),
    ];

    public static readonly string[] Departments = ["Sales", "Marketing", "Operations", "IT", "Finance", "Human Resources", "Procurement", "Customer Success"];

    /// <summary>Job titles by their true level, with how often each level occurs; <c>{0}</c> is the department.</summary>
    public static readonly (string Level, double Weight, string[] Titles)[] Titles =
    [
        ("C-Level", .04, ["CEO", "Chief Financial Officer", "COO", "CEO & Co-Founder", "Managing Director", "Chief of Staff", "Geschäftsführer"]),
        ("VP", .09, ["VP of {0}", "Vice President {0}", "SVP {0}", "Assistant Vice President, {0}"]),
        ("Director", .15, ["Director of {0}", "Director, {0}", "Head of {0}"]),
        ("Manager", .30, ["{0} Manager", "Senior Manager {0}", "Team Lead {0}"]),
        ("IC", .42, ["{0} Specialist", "{0} Analyst", "{0} Coordinator", "Account Executive", "Executive Assistant to the CEO", "Product Manager", "Office Administrator"]),
    ];

    public static readonly string[] LifecycleStages = ["Subscriber", "Lead", "Marketing Qualified Lead", "Sales Qualified Lead", "Opportunity", "Customer", "Evangelist"];

    public static readonly string[] Technologies = ["Relational database", "Data lake", "Mainframe", "Spreadsheet only", "ERP suite", "Ticketing"];
}
