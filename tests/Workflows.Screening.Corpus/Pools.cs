namespace Workflows.Screening.Corpus;

/// <summary>What the corpus is made of. All of it is invented; numbers are of ranges kept free for such use where there are any.</summary>
internal static class Pools
{
    public static readonly string[] Given =
    [
        "Jake", "Harriet", "Oliver", "Amelia", "Mohammed", "Fatima", "Zoë", "Chloé", "Siobhán", "Rhiannon", "Callum", "Bethany", "Thomas", "Elizabeth", "William",
        "Catherine", "Alexander", "Isabella", "Kieran", "Niamh", "Tyler", "Kayleigh", "Connor", "Shannon", "Jayden", "Ebony", "Priya", "Arjun", "Aisha", "Yusuf",
        "Katarzyna", "Piotr", "Olumide", "Chiamaka", "Kwame", "Ayesha", "Ibrahim", "Zainab", "Dylan", "Megan", "Rhys", "Ffion", "Daniel", "Rebecca", "Samuel",
        "Jessica", "Michael", "Nicola", "Stephen", "Deborah", "Matthew", "Samantha", "Jonathan", "Victoria", "Christopher", "Charlotte", "Benjamin", "Abigail",
        "Rose", "May", "Grace", "Faith", "Mark", "Summer", "Poppy", "Ruby", "Logan", "Mason", "Leanne", "Tracey", "Wayne", "Darren", "Gemma", "Kelsey", "Reece",
    ];

    public static readonly string[] Surnames =
    [
        "Harris", "Okonkwo", "Patel", "Hussain", "Smith-Jones", "O'Brien", "McAllister", "Kowalczyk", "Begum", "Thompson", "Whitfield", "Adeyemi", "Nowak", "Davies",
        "Llewellyn", "Featherstone", "Bannister", "Chowdhury", "Kaur", "Singh", "Rahman", "Ashworth", "Braithwaite", "Pemberton", "Hargreaves", "Sutcliffe",
        "Entwistle", "Rafferty", "Donnelly", "Gallagher", "Mbeki", "Osei", "Mensah", "Petrov", "Ivanova", "Müller", "Núñez", "Fernandes", "Kamara", "Jalloh",
        "Winterbottom", "Haythornthwaite", "Blenkinsop", "Trevelyan", "Penhaligon", "Eccleston", "Ravenscroft", "Yeo", "Tate", "Quayle", "Vaughan-Price", "Burdett",
    ];

    public static readonly string[] Places =
        ["Oakhampton", "Thornbury Vale", "Netherby", "Saltmarsh Bay", "Kirkwhelpington", "Westerfold", "Dunmarsh", "Aldergate", "Brackenthwaite", "Hollinsworth"];

    public static readonly string[] Streets =
        ["Acacia Avenue", "Tannery Road", "Quarrybank Lane", "Marigold Close", "Wharfedale Drive", "St Cuthbert's Terrace", "Ellerbeck Gardens", "Pottergate Mews"];

    public static readonly string[] Schools =
    [
        "Oakfield Primary School", "St Cuthbert's Catholic Academy", "Ellerbeck Junior School", "Wharfedale High School", "Little Acorns Nursery",
        "Rowan Primary School", "Tannery Lane Infant School", "Marlowe Community College", "The Brackenhall Academy", "Holy Trinity Church of England Primary School",
    ];

    public static readonly string[] Practices =
    [
        "Netherby Medical Centre", "Pottergate Surgery", "Westerfold Royal Infirmary", "Dr Chowdhury's Practice", "Dunmarsh Health Clinic", "Quarrybank Children's Home",
    ];

    public static readonly string[] Filler =
    [
        "The review heard that agencies did not share what they knew in good time.",
        "Practitioners described a service under pressure, with vacancies in two teams.",
        "Professional curiosity was limited by assumptions about the family's willingness to engage.",
        "Supervision was recorded, but it seldom asked why a plan had not been followed.",
        "The threshold for a strategy discussion was understood differently by each organisation.",
        "Information about earlier concerns was available in records but was not brought together.",
        "The learning event asked what made it hard to see the child's daily life.",
        "Managers accepted that workloads had made home visits shorter than they should be.",
        "The pathway for bruising in babies who are not yet mobile was not followed.",
        "There was good practice in the way that the family was kept informed.",
        "Safeguarding partners should seek assurance that the new guidance is understood.",
        "Reviewers considered how inequality and discrimination bore on the help that was offered.",
        "The voice of the child was not evident in the assessment that was completed.",
        "Several opportunities to escalate the disagreement were missed.",
    ];

    public static readonly string[] Decoys =
    [
        "In May the partnership agreed a new pathway, and by the end of June it was in use.",
        "The number of referrals rose by 14 per cent, and it may rise again.",
        "Section 47 of the Children Act 1989 sets out the duty to make enquiries.",
        "The reference number 4010232138 is that of a purchase order.",
        "Working Together 2023 and the guidance of 2018 say the same.",
        "Children aged 5 to 10 were the largest group, and those under 18 are children in law.",
        "Will the partners accept the recommendation? They will mark their own progress.",
        "Recommendation 3.4.12 and paragraph 2.1.20 deal with supervision.",
        "The meeting was planned for 10:30 and lasted 45 minutes, in room 4.",
        "It happened 14 years ago, after 12 years of service and within 3 weeks of a referral.",
        "Childline can be reached on 0800 1111, and the emergency services on 999.",
        "The ratio was 24/7 cover by 3/4 of the team; the cost was £1,250,000.00 in 2021/22.",
        "By grace of good weather the event went ahead, and hope was expressed for the future.",
        "See https://www.gov.uk/government/publications/working-together-to-safeguard-children for the guidance.",
        "Young people said that social media such as Instagram and Snapchat were part of their lives.",
        "The GP, the HV and the SENCO attended, with two PCSOs and the MASH manager.",
        "A summer programme ran from April to August, and another in March.",
        "The policy (version 2.1) was 128 pages long, with tables 1 to 14.",
        "The mason and the cook gave way; the price of the work rose to 12,500 pounds.",
        "Agencies met 12 times, in rooms 101 and 102, and 9 of 10 actions were complete.",
        "The serial number 0123456 and the batch 20231399 were of no interest.",
        "A person aged 18 or over is an adult, and care leavers are supported up to the age of 25.",
        "High Court judges and the Family Court were consulted about the protocol.",
        "The first of three recommendations concerns the second assessment.",
        "The B team met on the 3rd floor in block E4 for an hour.",
        "The form has 10 digits such as 9434765918, which is not valid.",
    ];
}
