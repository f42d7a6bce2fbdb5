#include "story/names/country_words.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "language/words/lexicon.hpp"

namespace axray::story {
namespace {

// A country a line: its names and adjectives, then behind the semicolon its capitals; blanks within a name are dropped.
constexpr std::string_view kCountries =
    "afghanistan afghan afghans;kabul\n"
    "albania albanian albanians;tirana\n"
    "algeria algerian algerians;algiers\n"
    "angola angolan angolans;luanda\n"
    "argentina argentine argentinian argentinians;buenosaires\n"
    "armenia armenian armenians;yerevan\n"
    "australia australian australians;canberra\n"
    "austria austrian austrians;vienna\n"
    "azerbaijan azerbaijani azerbaijanis;baku\n"
    "bahrain bahraini bahrainis;manama\n"
    "bangladesh bangladeshi bangladeshis;dhaka\n"
    "belarus belarusian belarusians;minsk\n"
    "belgium belgian belgians;\n"
    "benin beninese;portonovo\n"
    "bhutan bhutanese;thimphu\n"
    "bolivia bolivian bolivians;lapaz\n"
    "bosnia bosnian bosnians bosniaandherzegovina;sarajevo\n"
    "botswana;gaborone\n"
    "brazil brazilian brazilians;brasilia\n"
    "bulgaria bulgarian bulgarians;sofia\n"
    "burkinafaso burkinabe;ouagadougou\n"
    "burundi burundian burundians;bujumbura\n"
    "cambodia cambodian cambodians;phnompenh\n"
    "cameroon cameroonian cameroonians;yaounde\n"
    "canada canadian canadians;ottawa\n"
    "centralafricanrepublic;bangui\n"
    "chad chadian chadians;ndjamena\n"
    "chile chilean chileans;santiago\n"
    "china chinese prc;beijing peking\n"
    "colombia colombian colombians;bogota\n"
    "congo congolese;kinshasa brazzaville\n"
    "costarica costarican costaricans;sanjose\n"
    "croatia croatian croatians;zagreb\n"
    "cuba cuban cubans;havana\n"
    "cyprus cypriot cypriots;nicosia\n"
    "czechrepublic czechia czech czechs;prague\n"
    "denmark danish danes;copenhagen\n"
    "dominicanrepublic;santodomingo\n"
    "ecuador ecuadorian ecuadorians ecuadorean;quito\n"
    "egypt egyptian egyptians;cairo\n"
    "elsalvador salvadoran salvadorans;sansalvador\n"
    "eritrea eritrean eritreans;asmara\n"
    "estonia estonian estonians;tallinn\n"
    "ethiopia ethiopian ethiopians;addisababa\n"
    "fiji fijian fijians;suva\n"
    "finland finnish finns;helsinki\n"
    "france french;paris\n"
    "gabon gabonese;libreville\n"
    "gambia gambian gambians;banjul\n"
    "georgia georgian georgians;tbilisi\n"
    "germany german germans;berlin\n"
    "ghana ghanaian ghanaians;accra\n"
    "greece greek greeks;athens\n"
    "guatemala guatemalan guatemalans;\n"
    "guinea guinean guineans;conakry\n"
    "haiti haitian haitians;portauprince\n"
    "honduras honduran hondurans;tegucigalpa\n"
    "hungary hungarian hungarians;budapest\n"
    "iceland icelandic icelanders;reykjavik\n"
    "india indian indians;newdelhi delhi\n"
    "indonesia indonesian indonesians;jakarta\n"
    "iran iranian iranians;tehran\n"
    "iraq iraqi iraqis;baghdad\n"
    "ireland irish;dublin\n"
    "israel israeli israelis;jerusalem telaviv\n"
    "italy italian italians;rome\n"
    "ivorycoast ivorian ivorians;yamoussoukro\n"
    "jamaica jamaican jamaicans;\n"
    "japan japanese;tokyo\n"
    "jordan jordanian jordanians;amman\n"
    "kazakhstan kazakh kazakhs;astana\n"
    "kenya kenyan kenyans;nairobi\n"
    "kosovo kosovar kosovars;pristina\n"
    "kuwait kuwaiti kuwaitis;\n"
    "kyrgyzstan kyrgyz;bishkek\n"
    "laos laotian laotians;vientiane\n"
    "latvia latvian latvians;riga\n"
    "lebanon lebanese;beirut\n"
    "liberia liberian liberians;monrovia\n"
    "libya libyan libyans;tripoli\n"
    "lithuania lithuanian lithuanians;vilnius\n"
    "luxembourg;\n"
    "madagascar malagasy;antananarivo\n"
    "malawi malawian malawians;lilongwe\n"
    "malaysia malaysian malaysians;kualalumpur\n"
    "mali malian malians;bamako\n"
    "malta maltese;valletta\n"
    "mauritania mauritanian mauritanians;nouakchott\n"
    "mexico mexican mexicans;mexicocity\n"
    "moldova moldovan moldovans;chisinau\n"
    "mongolia mongolian mongolians;ulanbator\n"
    "montenegro montenegrin montenegrins;podgorica\n"
    "morocco moroccan moroccans;rabat\n"
    "mozambique mozambican mozambicans;maputo\n"
    "myanmar burma burmese;naypyidaw\n"
    "namibia namibian namibians;windhoek\n"
    "nepal nepali nepalese;kathmandu\n"
    "netherlands thenetherlands dutch holland;thehague hague\n"
    "newzealand newzealander newzealanders;wellington\n"
    "nicaragua nicaraguan nicaraguans;managua\n"
    "niger nigerien;niamey\n"
    "nigeria nigerian nigerians;abuja\n"
    "northkorea northkorean northkoreans dprk;pyongyang\n"
    "northmacedonia macedonia macedonian macedonians;skopje\n"
    "norway norwegian norwegians;oslo\n"
    "oman omani omanis;muscat\n"
    "pakistan pakistani pakistanis;islamabad\n"
    "palestine palestinian palestinians;ramallah\n"
    "panama panamanian panamanians;\n"
    "papuanewguinea;portmoresby\n"
    "paraguay paraguayan paraguayans;asuncion\n"
    "peru peruvian peruvians;lima\n"
    "philippines thephilippines philippine filipino filipinos;manila\n"
    "poland polish poles;warsaw\n"
    "portugal portuguese;lisbon\n"
    "qatar qatari qataris;doha\n"
    "romania romanian romanians;bucharest\n"
    "russia russian russians russianfederation;moscow kremlin\n"
    "rwanda rwandan rwandans;kigali\n"
    "saudiarabia saudi saudis;riyadh\n"
    "senegal senegalese;dakar\n"
    "serbia serbian serbs;belgrade\n"
    "sierraleone sierraleonean;freetown\n"
    "singapore singaporean singaporeans;\n"
    "slovakia slovak slovaks;bratislava\n"
    "slovenia slovenian slovenians;ljubljana\n"
    "somalia somali somalis;mogadishu\n"
    "southafrica southafrican southafricans;pretoria\n"
    "southkorea southkorean southkoreans;seoul\n"
    "southsudan southsudanese;juba\n"
    "spain spanish spaniards;madrid\n"
    "srilanka srilankan srilankans;colombo\n"
    "sudan sudanese;khartoum\n"
    "sweden swedish swedes;stockholm\n"
    "switzerland swiss;bern\n"
    "syria syrian syrians;damascus\n"
    "taiwan taiwanese;taipei\n"
    "tajikistan tajik tajiks;dushanbe\n"
    "tanzania tanzanian tanzanians;dodoma\n"
    "thailand thai thais;bangkok\n"
    "togo togolese;lome\n"
    "tunisia tunisian tunisians;tunis\n"
    "turkey turkiye turkish turks;ankara\n"
    "turkmenistan turkmen;ashgabat\n"
    "uganda ugandan ugandans;kampala\n"
    "ukraine ukrainian ukrainians;kyiv kiev\n"
    "unitedarabemirates uae emirati emiratis;abudhabi\n"
    "unitedkingdom uk greatbritain britain british britons england english;london westminster\n"
    "unitedstates unitedstatesofamerica us# usa america american americans;washington\n"
    "uruguay uruguayan uruguayans;montevideo\n"
    "uzbekistan uzbek uzbeks;tashkent\n"
    "vatican;\n"
    "venezuela venezuelan venezuelans;caracas\n"
    "vietnam vietnamese;hanoi\n"
    "yemen yemeni yemenis;sanaa\n"
    "zambia zambian zambians;lusaka\n"
    "zimbabwe zimbabwean zimbabweans;harare\n";

struct Row {
    std::uint64_t key = 0;
    CountryWord word;
};

std::vector<Row> read_rows() {
    std::vector<Row> rows;
    std::uint32_t country = 0;
    bool capital = false;
    std::string word;
    for (const char letter : kCountries) {
        if (letter != ' ' && letter != ';' && letter != '\n') {
            word += letter;
            continue;
        }
        if (!word.empty()) rows.push_back({language::hash_word(word), {country, capital}});
        word.clear();
        capital = letter == ';' || (capital && letter == ' ');
        if (letter == '\n') ++country;
    }
    std::sort(rows.begin(), rows.end(), [](const Row& left, const Row& right) { return left.key < right.key; });
    return rows;
}

}  // namespace

CountryWord country_of(std::uint64_t key) {
    static const auto kRows = read_rows();
    const auto found = std::lower_bound(kRows.begin(), kRows.end(), key,
                                        [](const Row& row, std::uint64_t sought) { return row.key < sought; });
    return found != kRows.end() && found->key == key ? found->word : CountryWord{};
}

}  // namespace axray::story
