#include "language/indicators/top_level_domains.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace axray::language {
namespace {

// Each followed by a blank; ordered by their bytes.
constexpr std::string_view kNames =
    "aaa aarp abarth abb abbott abbvie abc able abogado abudhabi ac academy accenture accountant accountants aco "
    "actor ad ads adult ae aeg aero aetna af afl africa ag agakhan agency ai aig airbus airforce airtel akdn al "
    "alfaromeo alibaba alipay allfinanz allstate ally alsace alstom am amazon americanexpress americanfamily "
    "amex amfam amica amsterdam analytics android anquan anz ao aol apartments app apple aq aquarelle ar arab "
    "aramco archi army arpa art arte as asda asia associates at athleta attorney au auction audi audible audio "
    "auspost author auto autos avianca aw aws ax axa az azure ba baby baidu banamex bananarepublic band bank bar "
    "barcelona barclaycard barclays barefoot bargains baseball basketball bauhaus bayern bb bbc bbt bbva bcg bcn "
    "bd be beats beauty beer bentley berlin best bestbuy bet bf bg bh bharti bi bible bid bike bing bingo bio "
    "biz bj black blackfriday blockbuster blog bloomberg blue bm bms bmw bn bnpparibas bo boats boehringer bofa "
    "bom bond boo book booking bosch bostik boston bot boutique box br bradesco bridgestone broadway broker "
    "brother brussels bs bt build builders business buy buzz bv bw by bz bzh ca cab cafe cal call calvinklein "
    "cam camera camp canon capetown capital capitalone car caravan cards care career careers cars casa case cash "
    "casino cat catering catholic cba cbn cbre cbs cc cd center ceo cern cf cfa cfd cg ch chanel channel charity "
    "chase chat cheap chintai christmas chrome church ci cipriani circle cisco citadel citi citic city cityeats "
    "ck cl claims cleaning click clinic clinique clothing cloud club clubmed cm cn co coach codes coffee college "
    "cologne com comcast commbank community company compare computer comsec condos construction consulting "
    "contact contractors cooking cookingchannel cool coop corsica country coupon coupons courses cpa cr credit "
    "creditcard creditunion cricket crown crs cruise cruises cu cuisinella cv cw cx cy cymru cyou cz dabur dad "
    "dance data date dating datsun day dclk dds de deal dealer deals degree delivery dell deloitte delta "
    "democrat dental dentist desi design dev dhl diamonds diet digital direct directory discount discover dish "
    "diy dj dk dm dnp do docs doctor dog domains dot download drive dtv dubai dunlop dupont durban dvag dvr dz "
    "earth eat ec eco edeka edu education ee eg email emerck energy engineer engineering enterprises epson "
    "equipment er ericsson erni es esq estate et etisalat eu eurovision eus events exchange expert exposed "
    "express extraspace fage fail fairwinds faith family fan fans farm farmers fashion fast fedex feedback "
    "ferrari ferrero fi fiat fidelity fido film final finance financial fire firestone firmdale fish fishing fit "
    "fitness fj fk flickr flights flir florist flowers fly fm fo foo food foodnetwork football ford forex "
    "forsale forum foundation fox fr free fresenius frl frogans frontdoor frontier ftr fujitsu fun fund "
    "furniture futbol fyi ga gal gallery gallo gallup game games gap garden gay gb gbiz gd gdn ge gea gent "
    "genting george gf gg ggee gh gi gift gifts gives giving gl glass gle global globo gm gmail gmbh gmo gmx gn "
    "godaddy gold goldpoint golf goo goodyear goog google gop got gov gp gq gr grainger graphics gratis green "
    "gripe grocery group gs gt gu guardian gucci guge guide guitars guru gw gy hair hamburg hangout haus hbo "
    "hdfc hdfcbank health healthcare help helsinki here hermes hgtv hiphop hisamitsu hitachi hiv hk hkt hm hn "
    "hockey holdings holiday homedepot homegoods homes homesense honda horse hospital host hosting hot hoteles "
    "hotels hotmail house how hr hsbc ht hu hughes hyatt hyundai ibm icbc ice icu id ie ieee ifm ikano il im "
    "imamat imdb immo immobilien in inc industries infiniti info ing ink institute insurance insure int "
    "international intuit investments io ipiranga iq ir irish is ismaili ist istanbul it itau itv jaguar java "
    "jcb je jeep jetzt jewelry jio jll jm jmp jnj jo jobs joburg jot joy jp jpmorgan jprs juegos juniper kaufen "
    "kddi ke kerryhotels kerrylogistics kerryproperties kfh kg kh ki kia kids kim kinder kindle kitchen kiwi km "
    "kn koeln komatsu kosher kp kpmg kpn kr krd kred kuokgroup kw ky kyoto kz la lacaixa lamborghini lamer "
    "lancaster lancia land landrover lanxess lasalle lat latino latrobe law lawyer lb lc lds lease leclerc "
    "lefrak legal lego lexus lgbt li lidl life lifeinsurance lifestyle lighting like lilly limited limo lincoln "
    "linde link lipsy live living lk llc llp loan loans locker locus lol london lotte lotto love lpl "
    "lplfinancial lr ls lt ltd ltda lu lundbeck luxe luxury lv ly ma macys madrid maif maison makeup man "
    "management mango map market marketing markets marriott marshalls maserati mattel mba mc mckinsey md me med "
    "media meet melbourne meme memorial men menu merckmsd mg mh miami microsoft mil mini mint mit mitsubishi mk "
    "ml mlb mls mm mma mn mo mobi mobile moda moe moi mom monash money monster mormon mortgage moscow moto "
    "motorcycles mov movie mp mq mr ms msd mt mtn mtr mu museum music mutual mv mw mx my mz na nab nagoya name "
    "natura navy nba nc ne nec net netbank netflix network neustar new news next nextdirect nexus nf nfl ng ngo "
    "nhk ni nico nike nikon ninja nissan nissay nl no nokia northwesternmutual norton now nowruz nowtv np nr nra "
    "nrw ntt nu nyc nz obi observer office okinawa olayan olayangroup oldnavy ollo om omega one ong onion onl "
    "online ooo open oracle orange org organic origins osaka otsuka ott ovh pa page panasonic paris pars "
    "partners parts party passagens pay pccw pe pet pf pfizer pg ph pharmacy phd philips phone photo photography "
    "photos physio pics pictet pictures pid pin ping pink pioneer pizza pk pl place play playstation plumbing "
    "plus pm pn pnc pohl poker politie porn post pr pramerica praxi press prime pro prod productions prof "
    "progressive promo properties property protection pru prudential ps pt pub pw pwc py qa qpon quebec quest "
    "racing radio re read realestate realtor realty recipes red redstone redumbrella rehab reise reisen reit "
    "reliance ren rent rentals repair report republican rest restaurant review reviews rexroth rich richardli "
    "ricoh ril rio rip ro rocher rocks rodeo rogers room rs rsvp ru rugby ruhr run rw rwe ryukyu sa saarland "
    "safe safety sakura sale salon samsclub samsung sandvik sandvikcoromant sanofi sap sarl sas save saxo sb sbi "
    "sbs sc sca scb schaeffler schmidt scholarships school schule schwarz science scot sd se search seat secure "
    "security seek select sener services seven sew sex sexy sfr sg sh shangrila sharp shaw shell shia shiksha "
    "shoes shop shopping shouji show showtime si silk sina singles site sj sk ski skin sky skype sl sling sm "
    "smart smile sn sncf so soccer social softbank software sohu solar solutions song sony soy spa space sport "
    "spot sr srl ss st stada staples star statebank statefarm stc stcgroup stockholm storage store stream studio "
    "study style su sucks supplies supply support surf surgery suzuki sv swatch swiss sx sy sydney systems sz "
    "tab taipei talk taobao target tatamotors tatar tattoo tax taxi tc tci td tdk team tech technology tel "
    "temasek tennis teva tf tg th thd theater theatre tiaa tickets tienda tiffany tips tires tirol tj tjmaxx tjx "
    "tk tkmaxx tl tm tmall tn to today tokyo tools top toray toshiba total tours town toyota toys tr trade "
    "trading training travel travelchannel travelers travelersinsurance trust trv tt tube tui tunes tushu tv tvs "
    "tw tz ua ubank ubs ug uk unicom university uno uol ups us uy uz va vacations vana vanguard vc ve vegas "
    "ventures verisign versicherung vet vg vi viajes video vig viking villas vin vip virgin visa vision viva "
    "vivo vlaanderen vn vodka volkswagen volvo vote voting voto voyage vu vuelos wales walmart walter wang "
    "wanggou watch watches weather weatherchannel webcam weber website wedding weibo weir wf whoswho wien wiki "
    "williamhill win windows wine winners wme wolterskluwer woodside work works world wow ws wtc wtf xbox xerox "
    "xfinity xihuan xin xn--11b4c3d xn--1ck2e1b xn--1qqw23a xn--2scrj9c xn--30rr7y xn--3bst00m xn--3ds443g "
    "xn--3e0b707e xn--3hcrj9c xn--3pxu8k xn--42c2d9a xn--45br5cyl xn--45brj9c xn--45q11c xn--4dbrk0ce xn--4gbrim "
    "xn--54b7fta0cc xn--55qw42g xn--55qx5d xn--5su34j936bgsg xn--5tzm5g xn--6frz82g xn--6qq986b3xl xn--80adxhks "
    "xn--80ao21a xn--80aqecdr1a xn--80asehdb xn--80aswg xn--8y0a063a xn--90a3ac xn--90ae xn--90ais xn--9dbq2a "
    "xn--9et52u xn--9krt00a xn--b4w605ferd xn--bck1b9a5dre4c xn--c1avg xn--c2br7g xn--cck2b3b xn--cckwcxetd "
    "xn--cg4bki xn--clchc0ea0b2g2a9gcd xn--czr694b xn--czrs0t xn--czru2d xn--d1acj3b xn--d1alf xn--e1a4c "
    "xn--eckvdtc9d xn--efvy88h xn--fct429k xn--fhbei xn--fiq228c5hs xn--fiq64b xn--fiqs8s xn--fiqz9s xn--fjq720a "
    "xn--flw351e xn--fpcrj9c3d xn--fzc2c9e2c xn--fzys8d69uvgm xn--g2xx48c xn--gckr3f0f xn--gecrj9c xn--gk3at1e "
    "xn--h2breg3eve xn--h2brj9c xn--h2brj9c8c xn--hxt814e xn--i1b6b1a6a2e xn--imr513n xn--io0a7i xn--j1aef "
    "xn--j1amh xn--j6w193g xn--jlq480n2rg xn--jvr189m xn--kcrx77d1x4a xn--kprw13d xn--kpry57d xn--kput3i "
    "xn--l1acc xn--lgbbat1ad8j xn--mgb2ddes xn--mgb9awbf xn--mgba3a3ejt xn--mgba3a4f16a xn--mgba3a4fra "
    "xn--mgba7c0bbn0a xn--mgbaakc7dvf xn--mgbaam7a8h xn--mgbab2bd xn--mgbah1a3hjkrd xn--mgbai9a5eva00b "
    "xn--mgbai9azgqp6j xn--mgbayh7gpa xn--mgbbh1a xn--mgbbh1a71e xn--mgbc0a9azcg xn--mgbca7dzdo xn--mgbcpq6gpa1a "
    "xn--mgberp4a5d4a87g xn--mgberp4a5d4ar xn--mgbgu82a xn--mgbi4ecexp xn--mgbpl2fh xn--mgbqly7c0a67fbc "
    "xn--mgbqly7cvafr xn--mgbt3dhd xn--mgbtf8fl xn--mgbtx2b xn--mgbx4cd0ab xn--mix082f xn--mix891f xn--mk1bu44c "
    "xn--mxtq1m xn--ngbc5azd xn--ngbe9e0a xn--ngbrx xn--nnx388a xn--node xn--nqv7f xn--nqv7fs00ema xn--nyqy26a "
    "xn--o3cw4h xn--ogbpf8fl xn--otu796d xn--p1acf xn--p1ai xn--pgbs0dh xn--pssy2u xn--q7ce6a xn--q9jyb4c "
    "xn--qcka1pmc xn--qxa6a xn--qxam xn--rhqv96g xn--rovu88b xn--rvc1e0am3e xn--s9brj9c xn--ses554g xn--t60b56a "
    "xn--tckwe xn--tiq49xqyj xn--unup4y xn--vermgensberater-ctb xn--vermgensberatung-pwb xn--vhquv xn--vuq861b "
    "xn--w4r85el8fhu5dnra xn--w4rs40l xn--wgbh1c xn--wgbl6a xn--xhq521b xn--xkc2al3hye2a xn--xkc2dl3a5ee0h "
    "xn--y9a3aq xn--yfro4i67o xn--ygbi2ammx xn--zfr164b xxx xyz yachts yahoo yamaxun yandex ye yodobashi yoga "
    "yokohama you youtube yt yun za zappos zara zero zip zm zone zuerich zw ";

constexpr std::string_view kNamesInOtherScripts =
    "verm\u00f6gensberater verm\u00f6gensberatung \u03b5\u03bb \u03b5\u03c5 \u0431\u0433 \u0431\u0435\u043b "
    "\u0434\u0435\u0442\u0438 \u0435\u044e \u043a\u0430\u0442\u043e\u043b\u0438\u043a \u043a\u043e\u043c "
    "\u043c\u043a\u0434 \u043c\u043e\u043d \u043c\u043e\u0441\u043a\u0432\u0430 "
    "\u043e\u043d\u043b\u0430\u0439\u043d \u043e\u0440\u0433 \u0440\u0443\u0441 \u0440\u0444 "
    "\u0441\u0430\u0439\u0442 \u0441\u0440\u0431 \u0443\u043a\u0440 \u049b\u0430\u0437 \u0570\u0561\u0575 "
    "\u05d9\u05e9\u05e8\u05d0\u05dc \u05e7\u05d5\u05dd \u0627\u0628\u0648\u0638\u0628\u064a "
    "\u0627\u062a\u0635\u0627\u0644\u0627\u062a \u0627\u0631\u0627\u0645\u0643\u0648 "
    "\u0627\u0644\u0627\u0631\u062f\u0646 \u0627\u0644\u0628\u062d\u0631\u064a\u0646 "
    "\u0627\u0644\u062c\u0632\u0627\u0626\u0631 \u0627\u0644\u0633\u0639\u0648\u062f\u064a\u0629 "
    "\u0627\u0644\u0633\u0639\u0648\u062f\u064a\u0647 \u0627\u0644\u0633\u0639\u0648\u062f\u06cc\u0629 "
    "\u0627\u0644\u0633\u0639\u0648\u062f\u06cc\u06c3 \u0627\u0644\u0639\u0644\u064a\u0627\u0646 "
    "\u0627\u0644\u0645\u063a\u0631\u0628 \u0627\u0644\u064a\u0645\u0646 \u0627\u0645\u0627\u0631\u0627\u062a "
    "\u0627\u064a\u0631\u0627\u0646 \u0627\u06cc\u0631\u0627\u0646 \u0628\u0627\u0631\u062a "
    "\u0628\u0627\u0632\u0627\u0631 \u0628\u064a\u062a\u0643 \u0628\u06be\u0627\u0631\u062a "
    "\u062a\u0648\u0646\u0633 \u0633\u0648\u062f\u0627\u0646 \u0633\u0648\u0631\u064a\u0627 "
    "\u0633\u0648\u0631\u064a\u0629 \u0634\u0628\u0643\u0629 \u0639\u0631\u0627\u0642 \u0639\u0631\u0628 "
    "\u0639\u0645\u0627\u0646 \u0641\u0644\u0633\u0637\u064a\u0646 \u0642\u0637\u0631 "
    "\u0643\u0627\u062b\u0648\u0644\u064a\u0643 \u0643\u0648\u0645 \u0645\u0635\u0631 "
    "\u0645\u0644\u064a\u0633\u064a\u0627 \u0645\u0648\u0631\u064a\u062a\u0627\u0646\u064a\u0627 "
    "\u0645\u0648\u0642\u0639 \u0647\u0645\u0631\u0627\u0647 \u067e\u0627\u0643\u0633\u062a\u0627\u0646 "
    "\u067e\u0627\u06a9\u0633\u062a\u0627\u0646 \u0680\u0627\u0631\u062a \u0915\u0949\u092e \u0928\u0947\u091f "
    "\u092d\u093e\u0930\u0924 \u092d\u093e\u0930\u0924\u092e\u094d \u092d\u093e\u0930\u094b\u0924 "
    "\u0938\u0902\u0917\u0920\u0928 \u09ac\u09be\u0982\u09b2\u09be \u09ad\u09be\u09b0\u09a4 "
    "\u09ad\u09be\u09f0\u09a4 \u0a2d\u0a3e\u0a30\u0a24 \u0aad\u0abe\u0ab0\u0aa4 \u0b2d\u0b3e\u0b30\u0b24 "
    "\u0b87\u0ba8\u0bcd\u0ba4\u0bbf\u0baf\u0bbe \u0b87\u0bb2\u0b99\u0bcd\u0b95\u0bc8 "
    "\u0b9a\u0bbf\u0b99\u0bcd\u0b95\u0baa\u0bcd\u0baa\u0bc2\u0bb0\u0bcd \u0c2d\u0c3e\u0c30\u0c24\u0c4d "
    "\u0cad\u0cbe\u0cb0\u0ca4 \u0d2d\u0d3e\u0d30\u0d24\u0d02 \u0dbd\u0d82\u0d9a\u0dcf \u0e04\u0e2d\u0e21 "
    "\u0e44\u0e17\u0e22 \u0ea5\u0eb2\u0ea7 \u10d2\u10d4 \u307f\u3093\u306a \u30a2\u30de\u30be\u30f3 "
    "\u30af\u30e9\u30a6\u30c9 \u30b0\u30fc\u30b0\u30eb \u30b3\u30e0 \u30b9\u30c8\u30a2 \u30bb\u30fc\u30eb "
    "\u30d5\u30a1\u30c3\u30b7\u30e7\u30f3 \u30dd\u30a4\u30f3\u30c8 \u4e16\u754c \u4e2d\u4fe1 \u4e2d\u56fd "
    "\u4e2d\u570b \u4e2d\u6587\u7f51 \u4e9a\u9a6c\u900a \u4f01\u4e1a \u4f5b\u5c71 \u4fe1\u606f \u5065\u5eb7 "
    "\u516b\u5366 \u516c\u53f8 \u516c\u76ca \u53f0\u6e7e \u53f0\u7063 \u5546\u57ce \u5546\u5e97 \u5546\u6807 "
    "\u5609\u91cc \u5609\u91cc\u5927\u9152\u5e97 \u5728\u7ebf \u5927\u62ff \u5929\u4e3b\u6559 \u5a31\u4e50 "
    "\u5bb6\u96fb \u5e7f\u4e1c \u5fae\u535a \u6148\u5584 \u6211\u7231\u4f60 \u624b\u673a \u62db\u8058 "
    "\u653f\u52a1 \u653f\u5e9c \u65b0\u52a0\u5761 \u65b0\u95fb \u65f6\u5c1a \u66f8\u7c4d \u673a\u6784 "
    "\u6de1\u9a6c\u9521 \u6e38\u620f \u6fb3\u9580 \u6fb3\u95e8 \u70b9\u770b \u79fb\u52a8 "
    "\u7ec4\u7ec7\u673a\u6784 \u7f51\u5740 \u7f51\u5e97 \u7f51\u7ad9 \u7f51\u7edc \u8054\u901a \u81fa\u7063 "
    "\u8c37\u6b4c \u8d2d\u7269 \u901a\u8ca9 \u96c6\u56e2 \u96fb\u8a0a\u76c8\u79d1 \u98de\u5229\u6d66 "
    "\u98df\u54c1 \u9910\u5385 \u9999\u683c\u91cc\u62c9 \u9999\u6e2f \ub2f7\ub137 \ub2f7\ucef4 \uc0bc\uc131 "
    "\ud55c\uad6d ";

constexpr std::string_view kFileEndings = "bz cab md mov pl ps py rs sh so zip ";

std::vector<std::string_view> words_of(std::string_view list) {
    std::vector<std::string_view> words;
    while (!list.empty()) {
        const auto size = list.find(' ');
        words.push_back(list.substr(0, size));
        list.remove_prefix(size + 1);
    }
    std::sort(words.begin(), words.end());
    return words;
}

bool stands_in(const std::vector<std::string_view>& words, std::string_view word) {
    return std::binary_search(words.begin(), words.end(), word);
}

}  // namespace

bool is_top_level_domain(std::string_view label) {
    static const auto kInLatin = words_of(kNames);
    static const auto kOthers = words_of(kNamesInOtherScripts);
    return stands_in(kInLatin, label) || stands_in(kOthers, label);
}

bool is_file_ending(std::string_view label) {
    static const auto kWords = words_of(kFileEndings);
    return stands_in(kWords, label);
}

}  // namespace axray::language
