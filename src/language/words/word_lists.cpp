#include <array>
#include <string_view>

#include "language/words/lexicon.hpp"
#include "language/words/listed_words.hpp"
#include "language/words/words.hpp"

namespace axray::language {
namespace {

struct List {
    std::uint64_t uses;
    std::string_view words;  // separated by blanks; "name=value" gives the word a value
};

constexpr std::uint64_t kModalUses = kUseFunction | kUseAuxiliary | kUseModal;

// A word may stand in several lists: its uses add up.
constexpr auto kFunctionLists = std::to_array<List>({
    {kUseFunction | kUseDeterminer,
     "the a an this that these those my your his her its our their whose each every some any another such either"},
    {kUseFunction | kUsePronoun,
     "i you he she it we they this that these those there who one's someone anyone everyone something anything "
     "everything somebody anybody everybody y'all"},
    {kUseFunction,
     "me him them us myself yourself himself herself itself ourselves yourselves themselves mine yours hers ours "
     "theirs oneself whom what which both all other others else than as so too very just only also even still yet "
     "already again ever quite rather almost then thus hence therefore here there now not n't 's 'd how why when where "
     "whether to same own per via etc e.g. i.e. s t"},
    {kUseFunction | kUsePreposition,
     "of in on at by for from with into onto upon about against between among amongst through throughout during before "
     "after above below under underneath over within without across along around behind beside besides beneath beyond "
     "near off out outside inside toward towards until till up down since despite except amid amidst alongside via per "
     "like unlike following including regarding concerning as than to unto atop versus vs"},
    {kUseFunction | kUseConjunction, "and or but nor plus"},
    {kUseFunction | kUseClauseStart,
     "that because although though while whereas if unless until when where which who whom whose whether since as "
     "after before whenever wherever whilst lest once so"},
    {kUseFunction | kUseAuxiliary | kUseBe,
     "am is are was were be been being 're 'm ain't isn't aren't wasn't weren't"},
    {kUseFunction | kUseAuxiliary | kUseHave, "have has had having 've haven't hasn't hadn't"},
    {kUseFunction | kUseAuxiliary, "do does did doing don't doesn't didn't done"},
    {kModalUses,
     "can could may might must shall should will would ought 'll cannot can't couldn't mightn't mustn't shan't "
     "shouldn't won't wouldn't needn't"},
    {kUseFunction | kUseDiscourse,
     "however meanwhile moreover furthermore nevertheless nonetheless additionally consequently therefore thus hence "
     "instead otherwise indeed also then besides likewise similarly accordingly thereafter afterwards afterward yet "
     "still notably"},
    {kUseDiscourse, "several many few most more less fewer much numerous various former other"},
    {kUseLight,
     "also still just never not now then often always already recently repeatedly previously earlier later "
     "subsequently reportedly allegedly formally publicly openly immediately initially finally again ever n't only "
     "even actually apparently currently long once since strongly jointly separately officially"},
    {kUseNegation | kUseFunction, "not never no nor neither n't cannot without none nobody nothing nowhere"},
    {kUseNegation | kUseFunction,
     "ain't isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't can't couldn't mightn't mustn't "
     "shan't shouldn't won't wouldn't needn't"},
    {kUseNegation,
     "hardly barely scarcely unable fail fails failed failing deny denies denied denying refuse refuses refused "
     "refusing reject rejects rejected rejecting lack lacks lacked lacking absence impossible decline declines "
     "declined declining prevent prevents prevented preventing"},
    {kUseContraction,
     "cannot=3 gonna=3 gotta=3 wanna=3 outta=3 dont=2 didnt=3 doesnt=4 isnt=2 wasnt=3 arent=3 werent=4 havent=4 "
     "hasnt=3 "
     "hadnt=3 couldnt=5 wouldnt=5 shouldnt=6 aint=2 cant=2 wont=2 im=1 ive=1 youre=3 youve=3 theyre=4 theyve=4 thats=4 "
     "whats=4 theres=5 hes=2 shes=3 ca wo sha ai gon wan na ta nt n't m ve re"},
    {kUseAcronymInCapitals, "us it who is"},
    {kUseNameInner,
     "of the de del della la las los le van von der den di da dos du bin ibn al el bint ben ter and for upon sur"},
    {kUseDemonym, "us# uk usa eu un"},
});

constexpr auto kSentenceLists = std::to_array<List>({
    {kUseTitleAbbreviation | kUseAbbreviation,
     "mr mrs ms mx dr prof sen rep gov gen col maj capt cpt cmdr lt sgt cpl pvt adm rev hon st ste pres supt insp "
     "messrs fr sr mgr msgr amb atty ald asst assoc brig comdr ens det sec dep del reps sens gens drs"},
    {kUseAbbreviation,
     "inc corp co ltd llc plc bros jr sr esq dept est vs v cf al etc approx ca cir ave blvd rd hwy ft mt univ assn mfg "
     "intl govt natl dist div ed eds trans repr min max hr hrs mins secs lb lbs oz tel ext cal calif mass "
     "conn ariz ala ark colo del fla ga ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa tenn tex va vt "
     "wash wis wyo tex penn wk yr yrs u.s e.g. i.e. a.m. p.m. et seq viz resp incl misc mon tue tues wed thu thur "
     "thurs fri sat sun ph.d bt pty gmbh ag spa"},
    {kUseWordToo,
     "no nos p c art arts fig figs sect lot par para ch chap op ex pt pts sat sun mon wed mar jun mass miss ill ind "
     "wash "
     "la pa ma me md va cal del ala kan ore tex tenn max min mins secs ed est ext trans div dist gen rep reps col gens "
     "rev hon det ens v"},
    {kUseNumberAbbreviation | kUseAbbreviation,
     "no nos p pp vol vols art arts sec fig figs ch chap para paras ed nr par eq ex lot pt pts sect reg regs ext op "
     "est ca approx "
     "circa c"},
    {kUseMonth,
     "january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 october=10 november=11 "
     "december=12"},
    {kUseMonthAbbreviation | kUseAbbreviation,
     "jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9 oct=10 nov=11 dec=12"},
    {kUseNotDate, "may march april june august jan mar dec apr jun jul nov sept sep oct"},
    {kUseWeekday, "monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7"},
    {kUseDateContext,
     "in since from by until till of during before after around circa early late mid to through and between last next "
     "this on for within throughout starting beginning ending back spring summer autumn fall winter season election "
     "olympics"},
    {kUseTopDomain,
     "com org net gov edu mil int info uk co io eu de fr ca au nz ie jp cn ru tv pdf doc docx xls xlsx csv ppt pptx "
     "htm html txt rtf jpg "
     "jpeg png gif zip exe mp3 mp4 xml json php asp aspx"},
});

constexpr auto kNumberLists = std::to_array<List>({
    {kUseCardinal,
     "zero=0 nought=0 naught=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 "
     "twelve=12 thirteen=13 "
     "fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fourty=40 "
     "fifty=50 sixty=60 seventy=70 eighty=80 ninety=90"},
    {kUseOrdinal,
     "first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 "
     "thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 "
     "thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60 seventieth=70 eightieth=80 ninetieth=90"},
    {kUseOrdinal,
     "twentyfirst=21 twentysecond=22 twentythird=23 twentyfourth=24 twentyfifth=25 twentysixth=26 "
     "twentyseventh=27 twentyeighth=28 twentyninth=29 thirtyfirst=31 thirtysecond=32 thirtythird=33 "
     "thirtyfourth=34 thirtyfifth=35 thirtysixth=36 thirtyseventh=37 thirtyeighth=38 thirtyninth=39 "
     "fortyfirst=41 fortysecond=42 fortythird=43 fortyfourth=44 fortyfifth=45 fortysixth=46 fortyseventh=47 "
     "fortyeighth=48 fortyninth=49 fiftyfirst=51 fiftysecond=52 fiftythird=53 fiftyfourth=54 fiftyfifth=55 "
     "fiftysixth=56 fiftyseventh=57 fiftyeighth=58 fiftyninth=59 sixtyfirst=61 sixtysecond=62 sixtythird=63 "
     "sixtyfourth=64 sixtyfifth=65 sixtysixth=66 sixtyseventh=67 sixtyeighth=68 sixtyninth=69 seventyfirst=71 "
     "seventysecond=72 seventythird=73 seventyfourth=74 seventyfifth=75 seventysixth=76 seventyseventh=77 "
     "seventyeighth=78 seventyninth=79 eightyfirst=81 eightysecond=82 eightythird=83 eightyfourth=84 "
     "eightyfifth=85 eightysixth=86 eightyseventh=87 eightyeighth=88 eightyninth=89 ninetyfirst=91 "
     "ninetysecond=92 ninetythird=93 ninetyfourth=94 ninetyfifth=95 ninetysixth=96 ninetyseventh=97 "
     "ninetyeighth=98 ninetyninth=99"},
    {kUseMultiplier,
     "hundred=2 thousand=3 million=6 billion=9 trillion=12 mn=6 bn=9 tn=12 tr=12 mln=6 bln=9 lakh=5 lakhs=5 lac=5 "
     "lacs=5 lkh=5 lkhs=5 crore=7 crores=7 cr=7"},
    {kUseMultiplierOrdinal, "hundredth=2 thousandth=3 millionth=6 billionth=9 trillionth=12"},
    {kUseVague, "dozens=1 scores=1 hundreds=2 thousands=3 millions=6 billions=9 trillions=12"},
    {kUsePercent, "percent pct percentage"},
    {kUseCurrency,
     "dollar=1 dollars=1 usd=1 bucks=1 pound=2 pounds=2 gbp=2 sterling=2 euro=3 euros=3 eur=3 yen=4 jpy=4 yuan=5 "
     "renminbi=5 cny=5 rmb=5 rupee=6 rupees=6 inr=6 rouble=7 roubles=7 ruble=7 rubles=7 rub=7 cad=8 aud=9 franc=10 "
     "francs=10 chf=10 won=11 krw=11 hryvnia=12 hryvnias=12 uah=12 nzd=13 hkd=14"},
    {kUseLength, "wide tall long deep high race sprint away below above thick apart hurdles relay freestyle butterfly"},
    {kUseTimeUnit,
     "second seconds minute minutes hour hours day days week weeks month months year years decade decades century "
     "centuries"},
    {kUseUnitName,
     "mile kilometre kilometer metre meter centimetre centimeter inch foot yard acre hectare litre liter millilitre "
     "milliliter gallon pint pound kilo kilogram gram ounce ton tonne dollar euro pence penny minute hour day week year"
     " decade century month "
     "km "
     "kg"},
    {kUseRise,
     "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth climb "
     "climbs climbed climbing jump jumps jumped jumping surge surges surged surging soar soars soared soaring gain "
     "gains "
     "gained gaining up upturn raise raises raised raising add adds added higher expand expands expanded rally rallied "
     "advance advances advanced boost boosts boosted rebound rebounded swell swelled hike hikes hiked spike spiked"},
    {kUseFall,
     "fall falls fell fallen falling drop drops dropped dropping decrease decreases decreased decreasing decline "
     "declines declined declining slide slides slid slip slips slipped slipping plunge plunges plunged plunging tumble "
     "tumbles tumbled tumbling sink sinks sank sunk shrink shrinks shrank shrunk lose loses lost losing down reduce "
     "reduces reduced reducing reduction cut cuts cutting lower lowered lowers shed sheds shedding slump slumped "
     "plummet "
     "plummets plummeted downgrade dip dips dipped dipping contract contracted retreat retreated ease eased dive "
     "dived"},
});

constexpr auto kReportingLists = std::to_array<List>({
    {kUseAssert,
     "say says said saying tell tells told telling add adds added adding claim claims claimed claiming argue argues "
     "argued arguing announce announces announced announcing state states stated stating declare declares declared "
     "declaring insist insists insisted insisting explain explains explained note notes noted warn warns warned "
     "warning write writes wrote written believe believes believed believing think thinks thought acknowledge "
     "acknowledges acknowledged admit admits admitted admitting confirm confirms confirmed confirming conclude "
     "concludes concluded estimate estimates estimated reveal reveals revealed suggest suggests suggested reply "
     "replies replied respond responds responded emphasise emphasised emphasize emphasized stress stressed stresses "
     "maintain maintains maintained assert asserts asserted attribute attributes attributed attributing tweet tweeted "
     "promise promises promised pledge pledges pledged vow vows vowed urge urges urged recall recalled testify "
     "testified predict predicts predicted ask asks asked agree agrees agreed find finds found show shows showed "
     "continue continued assess assesses assessed underline underlined remark remarked comment commented according"},
    {kUseWeakReport,
     "agree agrees agreed find finds found show shows showed continue continued note notes noted recall recalled "
     "promise promises promised write writes wrote written respond responds responded reply replied asks asked ask "
     "stress stressed"},
    {kUseReport, "report reports reported reporting describe describes described cite cites cited quote quotes quoted"},
    {kUseAccuse,
     "accuse accuses accused accusing allege alleges alleged alleging blame blames blamed blaming charge charges "
     "charged condemn condemns condemned criticise criticises criticised criticize criticizes criticized denounce "
     "denounces denounced"},
    {kUseDeny,
     "deny denies denied denying reject rejects rejected rejecting dismiss dismisses dismissed dismissing refute "
     "refutes refuted dispute disputes disputed"},
    {kUseDoubt, "doubt doubts doubted question questions questioned suspect suspects"},
    {kUseAlleged,
     "allegedly reportedly purportedly supposedly ostensibly alleged purported suspected apparent apparently accused "
     "rumoured rumored unconfirmed reputedly"},
    {kUsePossible, "may might could possibly perhaps maybe potential potentially possible conceivably"},
    {kUseProbable,
     "likely probably presumably appears appear appeared seems seem seemed believed thought expected presumed probable "
     "evidently"},
    {kUseFuture,
     "will shall 'll won't plans plan planned planning intends intend intended expects expect aims upcoming going set "
     "scheduled"},
    {kUseConditional, "if unless provided would"},
});

constexpr auto kNameLists = std::to_array<List>({
    {kUsePersonTitle,
     "mr mrs ms mx miss dr prof professor sen senator rep representative gov governor gen general col colonel maj "
     "major capt captain lt lieutenant sgt sergeant adm admiral rev reverend sir lord lady dame president vice prime "
     "minister chancellor premier secretary ambassador judge justice attorney chief deputy former ex acting king queen "
     "prince princess pope cardinal archbishop bishop father sheikh emperor mayor councillor congressman congresswoman "
     "chairman chairwoman chair director commissioner commander marshal inspector detective superintendent officer "
     "spokesman spokeswoman spokesperson mp mep pm ceo"},
    {kUseOrganisation,
     "ministry department office bureau agency court committee commission council service services house bank "
     "university college institute party union association federation company corporation inc corp ltd llc plc group "
     "centre center hospital school church foundation society authority board police army navy force forces guard "
     "office agency network league club team press times post journal news parliament congress senate assembly "
     "treasury staff cabinet electoral act treaty convention accord street road avenue square airport station river "
     "lake mount bay island islands ocean sea war day cup prize award games"},
});

constexpr std::size_t kSlots = 4096;  // some 1,300 words

}  // namespace

WordLists::WordLists() : mask_(kSlots - 1), entries_(kSlots) {
    const auto add_all = [this](const auto& lists) {
        for (const List& list : lists) {
            for_each_listed(list.words, [&](std::string_view word, int value) {
                add(hash_word(word), list.uses, static_cast<std::uint8_t>(value));
            });
        }
    };
    add_all(kFunctionLists);
    add_all(kSentenceLists);
    add_all(kNumberLists);
    add_all(kReportingLists);
    add_all(kNameLists);
}

void WordLists::add(std::uint64_t form, std::uint64_t uses, std::uint8_t value) {
    auto at = form & mask_;
    while (entries_[at].form != 0 && entries_[at].form != form) at = (at + 1) & mask_;
    entries_[at].form = form;
    entries_[at].facts.uses |= uses;
    if (value != 0) entries_[at].facts.value = value;
}

}  // namespace axray::language
