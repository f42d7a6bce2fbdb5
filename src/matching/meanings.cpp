#include "matching/meanings.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace axray::matching {
namespace {

constexpr std::size_t kMostEnding = 9;  // letters of a word behind its stem

// What may follow a Russian or Ukrainian stem: a suffix and an ending.
constexpr std::array<std::string_view, 34> kSuffixes = {
    "",    "n",   "nn",    "sk",      "esk", "chesk", "ichesk", "stv",  "tel", "teln", "iteln", "ts",
    "tsi", "onn", "ionn",  "atsionn", "eni", "ani",   "en",     "an",   "l",   "eln",  "aln",   "k",
    "ik",  "ov",  "ovann", "iin",     "ost", "nost",  "in",     "atsi", "yv",  "yvn"};
constexpr std::array<std::string_view, 46> kEndings = {
    "",    "a",   "o",   "e",   "y",   "i",   "u",   "ya",  "ia", "yi", "ii", "iy",  "yy",  "aya", "aia", "oe",
    "oye", "oie", "ogo", "omu", "ykh", "ikh", "yh",  "ih",  "ym", "im", "oi", "oy",  "ei",  "ey",  "ov",  "ev",
    "am",  "ami", "iya", "iia", "iyu", "ie",  "iye", "iem", "ij", "yj", "oj", "aja", "uyu", "yye"};

bool follows_stem(std::string_view rest) {
    for (const std::string_view suffix : kSuffixes) {
        if (!rest.starts_with(suffix)) continue;
        const std::string_view ending = rest.substr(suffix.size());
        if (std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end()) return true;
    }
    return false;
}

// "english|word word stem*"
constexpr std::array<std::string_view, 215> kMeanings = {{
    "bank|bank banks banque banco banka bankasi banca bankas bankov*",
    "plant|plant plants factory factories zavod zavoda zavody fabrika fabriki works usine fabrique fabrica "
    "fabrik karkhaneh mamol kombinat",
    "institute|institute institut instituta instituto inst instytut istituto moasseh",
    "research|research issledovatel* issledovan* tahqiqat tahghighat recherche recherches investigacion "
    "investigaciones forschung doslidn* issledovatelsk*",
    "scientific|scientific science sciences nauchn* nauchno nauk nauki nauka naukov* elmi wissenschaftlich* "
    "oloum",
    "production|production proizvodstv* produccion manufacturing manufacture manufacturer manufactory "
    "manufacturers vyrobnych* virobnich* tolid tolidi uretim",
    "industry|industry industries industrial industriya promyshlennost promyshlennosti promyshlenn* "
    "promislov* industrie industria industriel industrielle industriales sanaye sanat sanayi sanayii prom",
    "trading|trading trade trader traders torgov* torgovlya torgivl* tejarat tejari comercio commerce "
    "commercial commerciale comercial comerciales comercializadora handel handels ticaret bazargani kommerch* "
    "tijara tijari bazarganiye",
    "export|export exports eksport exportacion exportadora exporters",
    "import|import imports importacion importadora importers",
    "international|international intl mezhdunarodn* mizhnarodn* internacional internacionales internationale "
    "internazionale beynolmelal dawli dowaliyya uluslararasi internasyonal",
    "national|national natsionaln* natsionalnyi nacional nationale nazionale melli milli watani wataniyya "
    "ulusal",
    "state|state gosudarstv* derzhavn* estatal dowlati",
    "ministry|ministry ministerstv* ministerio ministere vezarat wizarat wizara ministerium bakanligi",
    "university|university universitet* universidad universite daneshgah jamiat universidade universitat "
    "universita",
    "center|center centre centr tsentr tsentra centro zentrum markaz merkez merkezi tcentr",
    "central|central tsentraln* centrale markazi centraln* zentral",
    "bureau|bureau byuro buro biuro office oficina bujuro",
    "design|design designs proekt* proektn* tarahi tarrahi konstruktorsk* konstruktsi* diseno diseo",
    "engineering|engineering engineers inzhiniring* injiniring* inzhenern* ingenieria mohandesi ingenierie "
    "mohandesin muhendislik engenharia tekhnik* tehnik*",
    "construction|stroen* stroyen* stroit* construction constructions stroiteln* stroitel* stroitelstv* construccion "
    "construcciones "
    "constructora sakhteman insaat construtora bau building builders budivel*",
    "technology|technology technologies tekhnolog* tehnolog* tecnologia tecnologias teknoloji technologie "
    "fanavari technological teknologi tekhnologiy",
    "technical|technical technique technic tekhnichesk* tehnichesk* tecnica tecnico fanni technik technisch*",
    "electronics|electronics electronic elektronik* elektronn* electronica electronicos electronique "
    "elektronische eletronica",
    "electrical|electrical electric elektrichesk* elektrik* barq electrica electricidad electricas",
    "machine|machine machines machinery mashin* mashyn* makina maquinaria maschinen mashinalat",
    "aviation|aviation aviats* aviacion havapeymai aviatsionn* havapeymaei aviac*",
    "aircraft|aircraft samolet* samoletostroit* airplane aeroplane airplanes",
    "helicopter|helicopter helicopters vertolet* helikopter balgard",
    "airlines|airlines airline airways avialin* aviakompan* aerolineas aerolinea lineas",
    "shipping|shipping sudokhod* naviera keshtirani denizcilik keshtiraniye shipmanagement",
    "shipyard|shipyard shipyards verf sudoverf tersane astillero astilleros",
    "ship|ship ships sudno sudov* sudo korabl* korable keshti buque",
    "marine|marine maritime morsk* maritima maritimo daryaei",
    "sea|sea more mar darya deniz bahr",
    "ocean|ocean okean* oceano oceanic",
    "oil|oil neft neftyan* nefti petroleum naft petroleo nafta petrol",
    "gas|gas gaz gazov* gaza",
    "chemical|chemical chemicals khimichesk* khim chimie shimiayi quimica quimicos kimya khimii himichesk* "
    "chimique shimi",
    "petrochemical|petrochemical petrochemicals neftekhim* petroshimi petroquimica petrokimya",
    "energy|energy energi* energet* energia energie enerji niru energeticos",
    "investment|investment investments investits* inversiones sarmayeh sarmayegozari inversion yatirim "
    "investitions* investissement invest investimentos",
    "development|development razviti* rozvytk* desarrollo tosee towse developpement tosseh kalkinma toseeh "
    "desenvolvimento entwicklung",
    "finance|finance financial finansov* finansy financiera financiero finans mali finanzas financiere",
    "insurance|insurance strakhov* seguros bimeh assurance sigorta assurances aseguradora",
    "fund|fund funds fond fonda fondo fondos sandogh sanduq fonds",
    "army|army armii armiya armiia ejercito artesh armee ordu armies jaysh",
    "front|front jabhat jabhah frente jabha",
    "islamic|islamic islami eslami islamiya islamiyah islamique islamico islamiyya islamiye islamiyyah",
    "movement|movement dvizhen* movimiento harakat mouvement hareket haraka rukh",
    "party|party partiya partii partido hizb parti hezb partei partia",
    "people|people peoples narodn* naroda narodov popular mardom",
    "republic|republic respublik* republica republique jomhuri cumhuriyet jumhuriya jomhouri",
    "committee|committee komitet* comite komite lajnat komiteh",
    "council|council sovet* consejo conseil shora majlis shura rada soviet",
    "federal|federal federaln* federalnoe federale",
    "federation|federation federats* federacion",
    "service|service services sluzhb* servicio servicios khadamat servis* servisi khidmat uslug* khadamati",
    "transport|transport transportation transports transportn* transporte transportes haml nakliyat "
    "transporti perevoz* tashimacilik transportasi trasporti",
    "travel|travel travels turizm viajes viaje turism* turist*",
    "food|food foods pishchev* alimentos ghazai gida produkty alimentaria alimenticios prodovolst*",
    "agricultural|agricultural agriculture selskokhoz* agricola agricolas keshavarzi tarim agropecuaria "
    "agropecuario",
    "steel|steel stal stali stalelit* acero aceros foolad celik staleplav* acier",
    "metal|metal metals metall* metales metaux",
    "metallurgical|metallurgical metallurgy metallurg* metalurgica metalurgicheski*",
    "medical|medical meditsin* medico medica pezeshki medikal medizin* tebbi",
    "pharmaceutical|pharmaceutical pharmaceuticals farmats* farmaceutica daroosazi daruyi ilac pharma daru",
    "defense|defense defence oboron* oborony defensa defensas defa savunma",
    "security|security bezopasnost* seguridad amniyat securite guvenlik bezpek* okhrann*",
    "military|military voenn* voyenn* viiskov* militar militaire nezami askari askeri",
    "space|space kosmich* espacio kosmos kosmosa espacial",
    "missile|missile missiles raketn* rakety misil misiles moshak raket",
    "weapon|weapon weapons oruzh* vooruzhen* arms armas silah armament",
    "leasing|leasing lizing* arrendamiento arrendadora",
    "repair|repair remont* reparacion taamir taamirat overhaul repairs reparaciones",
    "instrument|instrument instruments pribor* priborostroit* instrumentos",
    "communication|communication communications svyaz* sviaz* comunicaciones ertebatat comunicacion iletisim",
    "telecommunication|telecommunication telecommunications telekom* telecom telekommunik* telecomunicaciones "
    "mokhaberat",
    "information|information informats* informacion informat* ettelaat info informatique",
    "computer|computer computers computing vychislit* kompyuter* computadoras komputer",
    "system|system systems sistem* sistemas systeme systemes samaneh",
    "special|special specialized specialised spetsial* spetsializ* especial",
    "laboratory|laboratory laboratories laboratori* laboratorio laboratorios azmayeshgah lab labs",
    "school|school schools shkol* escuela madrasa madrassa ecole okul madrasah uchilishch*",
    "hospital|hospital bolnits* bimarestan hastane hastanesi",
    "charity|charity charitable charities blagotvorit* caridad khayriyya kheyrie khairiya khairiyah khayriyah",
    "society|society sociedad societe jamiyat jamiyya dernegi obshchestv*",
    "organization|organization organisation organizations organizats* organizacion sazman munazzamat munazama "
    "orgut organizatsii",
    "union|union soyuz* ittihad etehad ettehadiyeh sindicato birligi",
    "alliance|alliance alyans* alianza alians",
    "enterprise|enterprise enterprises predpriyat* predpriiat* pidpryiem* empresa empresas entreprise "
    "entreprises unternehmen",
    "corporation|korporats* korporatsiy*",
    "auto|auto automobile automobiles avtomobil* automotive automotriz khodro otomotiv automoviles autos",
    "motor|motor motors motoro dvigatel* engine engines motores motory dvigatelestroit* motorostroit*",
    "tire|tire tires tyre tyres shin* llantas",
    "glass|glass steklo steklozavod shisheh vidrio",
    "water|water voda vodn* agua",
    "mining|mining gorn* gornodobyv* mineria maden minera mina mines mine madan",
    "gold|gold zolot* oro",
    "diamond|diamond diamonds almaz* almazov diamante",
    "wood|wood timber lesn* les madera forest derevoobrab* forestry",
    "textile|textile textiles tekstil* textil nassaji",
    "logistics|logistics logistic logistik* logistic* logistica lojistik",
    "consulting|consulting consultancy konsalt* consultores consultants danismanlik consultoria moshaver",
    "software|software programmn*",
    "optical|optical optics optik* optich* optico",
    "optomechanical|optiko",
    "mechanical|mechanical mechanics mekhanich* mekhanik* mecanica mekanik mehanich*",
    "nuclear|nuclear yadern* atomic atomn* hasteyi nucleaires",
    "aerospace|aerospace havafaza aerokosmich* raketno",
    "radio|radio radiotekhn* radioelektron* radiov* radios*",
    "media|media smi medya medios",
    "news|news novosti novostei noticias akhbar",
    "television|television tv televiden* televizion* telekanal*",
    "sport|sport sports sportivn* deporte deportes deportivo varzesh*",
    "club|club klub kluba klubu",
    "house|house dom domu casa",
    "hotel|hotel hotels gostinits* hoteles otel",
    "group|grupp* gruppa grupo groupe gruppe gruppo grup majmua grp goruh gorouh majmuat",
    "brothers|brothers bros bratya hermanos baradaran ikhwan freres",
    "sons|sons hijos fils pesaran awlad",
    "new|new novy novyi novaya novoe nueva nuevo neue nouveau yeni jadid",
    "red|red krasn* rojo roja",
    "star|star zvezda zvezdy estrella setareh etoile yildiz najm",
    "sun|sun solntse khorshid gunes",
    "eagle|eagle orel aguila oqab kartal",
    "north|north northern severn* severo sever norte shomal shomali kuzey",
    "south|south southern yuzhn* yuzhno sur jonoub jonoubi guney",
    "east|east eastern vostochn* vostok* este oriente shargh sharq dogu orient",
    "west|west western zapadn* zapad oeste occidente gharb bati",
    "russia|russia russian rossi* rossiisk* rossiysk* rossii rusia russe russland rosiisk*",
    "allrussian|vserossi* allrussian allrussia",
    "ukraine|ukraine ukrainian ukrain* ucrania",
    "belarus|belarus belarusian belorus* bielorrusia bielarus* byelarus* byelorussian",
    "moscow|moscow moskv* moskovsk*",
    "petersburg|petersburg peterburg* spb",
    "leningrad|leningrad leningradsk*",
    "iran|iran iranian irani irana iranien",
    "korea|korea korean kore* choson joson corea",
    "china|china chinese kitai* zhongguo kitaisk*",
    "syria|syria syrian siria suriye suriya sirii",
    "lebanon|lebanon lebanese liban libano",
    "cuba|cuba cuban cubana cubano cubanos kuba",
    "venezuela|venezuela venezuelan venezolana venezolano",
    "mexico|mexico mexican mexicana mexicano",
    "colombia|colombia colombian colombiana colombiano",
    "germany|germany german deutsche deutschland",
    "turkey|turkey turkish turk turkiye",
    "iraq|iraq iraqi irak",
    "libya|libya libyan libia",
    "afghanistan|afghanistan afghan",
    "crimea|crimea crimean krym* krima",
    "donetsk|donetsk donetsk* donetck*",
    "luhansk|luhansk lugansk* luhansk*",
    "siberia|siberia siberian sibir* sibirsk*",
    "ural|ural urals uralsk* uralvagon",
    "volga|volga volzhsk*",
    "novosibirsk|novosibirsk novosibirsk*",
    "nizhny|nizhny nizhnii nizhniy nizhegorodsk*",
    "far|far dalnevostochn*",
    "city|city gorod* gorodsk* ciudad shahr municipal munitsipal*",
    "management|management upravlen* upravlyayushch* gestion modiriat yonetim",
    "department|department departament* departamento upravlinnya",
    "administration|administration administrats* administracion",
    "academy|academy akademi* academia farhangestan academies",
    "academician|academician akademik* acad",
    "experimental|experimental opytn* opytno eksperiment* experimentaln*",
    "control|control kontrol* controles",
    "automation|automation automatic avtomat* automatics automatizacion automatizats*",
    "equipment|equipment oborudovan* equipos tajhizat equipo obladnann* ekipman",
    "device|device devices ustroistv* dispositivos",
    "product|product products produkts* produkci* productos mahsoolat urunleri",
    "material|material materials materialov materialy materialn* materiales",
    "component|component components komponent* komponenty componentes",
    "composite|composite composites kompozit*",
    "semiconductor|semiconductor semiconductors poluprovod* polyprovod*",
    "microelectronics|microelectronics mikroelektron* microelectronic",
    "cable|cable cables kabeln* kabel*",
    "tool|tool tools instrumentaln* herramientas",
    "pipe|pipe pipes trubn* trub* tuberia",
    "rolling|rolling prokatn*",
    "cement|cement tsement* cemento siman cimento",
    "coal|coal ugoln* ugol* carbon zoghal",
    "railway|railway railways railroad zheleznodorozhn* zheleznye ferrocarril demiryolu",
    "road|road roads dorog* dorozhn* carretera jadeh",
    "bridge|bridge bridges most* puente",
    "port|port ports puerto bandar portov*",
    "mosque|mosque masjid mezquita mechet cami",
    "foundation|bonyad bonyade",
    "joint|sovmestn* joint",
    "association|assotsiats* asotsiats* obedinen* obyedinen* obedinenie obiednann*",
    "company|kompani* kampani*",
    "agency|agency agentstv* agencia agence ajansi",
    "court|court sud suda sudebn* corte tribunal",
    "police|police politsi* policia polis",
    "guard|guard guards gvardi* guardia",
    "general|generaln* general obshch*",
    "aero|aero",
    "plastic|plastic plastics plastik* plasticos plastmass*",
    "paper|paper bumazh* papel kaghaz",
    "sugar|sugar sakharn* azucar",
    "fish|fish ryb* rybn* pescado fishing fishery fisheries pesquera shilat",
    "meat|meat myas* carne carnes",
    "clothing|clothing clothes odezhd* ropa",
    "real|real inmobiliaria inmobiliario nedvizhim*",
    "solution|solution solutions reshen* soluciones cozumleri",
    "digital|digital tsifrov* tsifra",
    "unmanned|unmanned bespilotn*",
    "drone|drone drones",
    "complex|complex kompleks* complejo",
    "integrated|integrated integrirov*",
    "strategic|strategic strategich* estrategica",
    "culture|culture cultural kultur* cultura farhangi",
    "education|education educational obrazovat* obrazovan* educacion amoozesh egitim",
    "training|training uchebn* trenirov* entrenamiento",
}};

}  // namespace

Meanings::Meanings() {
    for (const std::string_view line : kMeanings) {
        const std::size_t bar = line.find('|');
        const std::string_view english = line.substr(0, bar);
        for (std::size_t begin = bar + 1; begin < line.size();) {
            const std::size_t end = std::min(line.find(' ', begin), line.size());
            std::string_view word = line.substr(begin, end - begin);
            const bool stem = word.ends_with('*');
            if (stem) word.remove_suffix(1);
            (stem ? stems_ : words_).emplace(word, english);
            begin = end + 1;
        }
    }
}

std::string_view Meanings::find(std::string_view word) const {
    const auto found = words_.find(word);
    if (found != words_.end()) return found->second;
    for (std::size_t size = word.size(); size >= kLeastStem && size + kMostEnding >= word.size(); --size) {
        const auto stem = stems_.find(word.substr(0, size));
        if (stem != stems_.end() && follows_stem(word.substr(size))) return stem->second;
    }
    return {};
}

}  // namespace axray::matching
