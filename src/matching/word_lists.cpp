#include "matching/word_lists.hpp"

namespace axray::matching {
namespace {

constexpr std::array<FormPhrases, 14> kLegalForms = {{
    {"llc",
     "llc|l l c|lc|limited liability company|limited liability co|limited liability corporation|limited liability|"
     "company with limited liability|society with limited liability|with limited liability|ooo|"
     "obshchestvo s ogranichennoi otvetstvennostyu|obshchestvo s ogranichennoy otvetstvennostyu|"
     "obshchestvo s ogranichennoi otvetstvennostiu|obshchestvo s ogranichennoj otvetstvennostyu|"
     "obshchestvo s ogranichennoy otvetstvennostiu|obschestvo s ogranichennoy otvetstvennostyu|"
     "obschestvo s ogranichennoi otvetstvennostyu|obshestvo s ogranichennoy otvetstvennostyu|"
     "obshchestvo s ogranichenno otvetstvennostyu|tov|tzov|tovarystvo z obmezhenoyu vidpovidalnistyu|"
     "tovarystvo z obmezhenoiu vidpovidalnistiu|too|tovarishchestvo s ogranichennoi otvetstvennostyu|"
     "tovarishchestvo s ogranichennoy otvetstvennostyu|osoo|odo|gmbh|mbh|ges mbh|gesmbh|ggmbh|"
     "gesellschaft mit beschrankter haftung|gesellschaft mit beschraenkter haftung|sarl|s a r l|"
     "societe a responsabilite limitee|a responsabilite limitee|eurl|sas|s a s|societe par actions simplifiee|"
     "srl|s r l|sociedad de responsabilidad limitada|de responsabilidad limitada|responsabilidad limitada|"
     "s de rl|s de rl de cv|s de r l de c v|sociedad de responsabilidad limitada de capital variable|sl|s l|slu|"
     "sociedad limitada|ltda|limitada|cia ltda|compania limitada|y cia ltda|e i r l|eirl|eireli|"
     "societa a responsabilita limitata|societatea cu raspundere limitata|societate cu raspundere limitata|"
     "bv|b v|bvba|besloten vennootschap|doo|d o o|drustvo s ogranicenom odgovornoscu|"
     "drustvo sa ogranicenom odgovornoscu|drustvo s ogranicenom odgovornosti|dooel|ood|eood|eoood|sro|s r o|"
     "spol s r o|spol sro|spolecnost s rucenim omezenym|spolocnost s rucenim obmedzenym|sp z oo|sp z o o|sp zoo|"
     "spolka z oo|spolka z o o|spolka z ograniczona odpowiedzialnoscia|kft|korlatolt felelossegu tarsasag|uab|"
     "uzdaroji akcine bendrove|sia|sabiedriba ar ierobezotu atbildibu|osauhing|ou|epe|limited sirketi|ltd sti|"
     "limited sti|sti|mchj|mmc|mehdud mesuliyyetli cemiyyet|shpk|yk|godo kaisha|wll|w l l|spc|sarlu|lda|"
     "limitada de capital variable|fz llc|fzllc|fze|fzc|fzco|fz|free zone establishment|free zone company|dmcc"},
    {"ltd",
     "ltd|l t d|limited|ltd co|co ltd|coltd|company ltd|company limited|co limited|corp ltd|corporation limited|"
     "private limited|pvt ltd|pvt limited|private ltd|p ltd|pte ltd|pte limited|pte|pty ltd|pty limited|"
     "proprietary limited|pty|sdn bhd|sendirian berhad|sdn|limitd|limted|ltd liability co|unlimited|"
     "private company limited by shares|private limited company|limited company|kk|kabushiki kaisha|yugen kaisha|"
     "chusik hoesa|jusik hoesa|youxian gongsi|youxian zeren gongsi|cong ty tnhh|cong ty trach nhiem huu han|tnhh|"
     "designated activity company|dac"},
    {"jsc",
     "jsc|j s c|joint stock company|joint stock co|jointstock company|stock company|ojsc|open joint stock company|"
     "cjsc|closed joint stock company|pjsc|public joint stock company|private joint stock company|prjsc|"
     "private joint stock co|public joint stock co|kjsc|qpsc|psc|saog|saoc|bsc|ksc|kscc|kscp|ao|a o|oao|o a o|zao|"
     "z a o|pao|p a o|nao|aozt|aoot|aktsionernoe obshchestvo|aktsionernoye obshchestvo|aktsionernoe obschestvo|"
     "akcionernoe obshchestvo|aktsionerne tovarystvo|otkrytoe aktsionernoe obshchestvo|"
     "otkrytoye aktsionernoye obshchestvo|zakrytoe aktsionernoe obshchestvo|zakrytoye aktsionernoye obshchestvo|"
     "publichnoe aktsionernoe obshchestvo|publichnoye aktsionernoye obshchestvo|"
     "nepublichnoe aktsionernoe obshchestvo|publichne aktsionerne tovarystvo|"
     "pryvatne aktsionerne tovarystvo|vidkryte aktsionerne tovarystvo|pat|prat|vat|zat|ag|a g|aktiengesellschaft|"
     "sa|s a|sau|societe anonyme|sociedad anonima|sociedade anonima|sociedad anonima de capital variable|"
     "sa de cv|s a de c v|s a de cv|sa de c v|sab de cv|s a b de c v|sapi de cv|sapi de c v|sa cv|"
     "sociedad por acciones simplificada|s a c|sac|sa esp|spa|s p a|societa per azioni|nv|n v|"
     "naamloze vennootschap|ab|aktiebolag|publ|aktiebolaget|asa|aksjeselskap|aktieselskab|as|a s|oy|oyj|osakeyhtio|"
     "ad|a d|ead|aktsionerno druzhestvo|akcionarsko drustvo|akciova spolecnost|as cr|a s r o|zrt|nyrt|rt|"
     "zartkoruen mukodo reszvenytarsasag|spolka akcyjna|dd|d d|dionicko drustvo|delnicka spolecnost|"
     "delniska druzba|anonim sirketi|anonim sti|a sti|as turk|tbk|pt|perseroan terbatas|berhad|bhd|"
     "aksiyadorlik jamiyati|asc|aciq sehmdar cemiyyeti|sehami aam|sehami khas|sherkat sahami khas|sal|s a l|"
     "sae|s a e|sarl offshore|plc|p l c|public limited company|public company limited|pcl|pjs|"
     "ctcp|cong ty co phan|gufen youxian gongsi|ae|anonymi etaireia|se|societas europaea|"
     "sca|kgaa|smsa|sms a|private jsc|public jsc|shareholding company|share company"},
    {"inc", "inc|incorporated|corp|corporation|incorporation|korporatsiya|korporatsiia|corporacion|corporacao"},
    {"lp",
     "lp|l p|llp|l l p|lllp|limited partnership|limited liability partnership|general partnership|partnership|kg|k g|"
     "kommanditgesellschaft|gmbh and co kg|gmbh co kg|gmbh und co kg|ohg|offene handelsgesellschaft|gbr|snc|s n c|"
     "societe en nom collectif|sociedad en comandita|s en c|s en c s|sc|s c|cv|c v|commanditaire vennootschap|vof|"
     "komandyt|spolka jawna|spolka komandytowa|sp j|sp k|polnoe tovarishchestvo|kollektif sirketi"},
    {"sole",
     "ip|individualnyi predprinimatel|individual entrepreneur|sole proprietor|sole proprietorship|fop|"
     "einzelunternehmen|e k|eingetragener kaufmann|chp|chastnoe predpriyatie|private enterprise|"
     "private unitary enterprise|chup|chastnoe unitarnoe predpriyatie|est|establishment"},
    {"state",
     "fgup|fgu|gup|fku|fgbu|fgbou|fgau|state unitary enterprise|federal state unitary enterprise|"
     "federal state budgetary institution|federal state institution|federal state autonomous institution|"
     "federal state budgetary educational institution of higher education|"
     "federal state budgetary educational institution|federal state budgetary scientific institution|"
     "federal state budget institution|federalnoe gosudarstvennoe unitarnoe predpriyatie|"
     "federalnoe gosudarstvennoe byudzhetnoe uchrezhdenie|federalnoe gosudarstvennoe byudzhetnoe obrazovatelnoe "
     "uchrezhdenie vysshego obrazovaniya|gosudarstvennoe unitarnoe predpriyatie|unitary enterprise|"
     "republican unitary enterprise|rup|respublikanskoe unitarnoe predpriyatie|mup|municipal unitary "
     "enterprise|federal unitary enterprise|state enterprise|derzhavne pidpryiemstvo|kazennoe predpriyatie|"
     "state owned enterprise|fkp|federal treasury enterprise|federal state enterprise"},
    {"coop",
     "cooperative|kooperativ|cooperativa|coop|cooperative society|proizvodstvennyi kooperativ|genossenschaft|"
     "eg|sociedad cooperativa"},
    {"foundation",
     "foundation|fund foundation|stiftung|fundacion|fondation|fundacja|stichting|fondazione|vakfi|"
     "bonyad|waqf|charitable trust"},
    {"association",
     "association|assotsiatsiya|asociacion|asociacion civil|verein|ev|e v|associazione|"
     "asbl|vzw|ano|autonomous non profit organization|autonomous nonprofit organization|"
     "avtonomnaya nekommercheskaya organizatsiya|non profit organization|nonprofit partnership|"
     "noncommercial partnership|nko|anko|nekommercheskoe partnerstvo|public organization|"
     "regional public organization|obshchestvennaya organizatsiya|sro nko"},
    {"production",
     "npo|nauchno proizvodstvennoe obedinenie|scientific production association|"
     "research and production association|scientific and production association|"
     "nauchno proizvodstvennoe predpriyatie|npp|scientific production enterprise|"
     "research and production enterprise|scientific and production enterprise|"
     "scientific industrial enterprise|"
     "nauchno proizvodstvennaya kompaniya|scientific production company|npk|npf|"
     "nauchno proizvodstvennaya firma|scientific production firm|po|"
     "proizvodstvennoe obedinenie|production association"},
    {"branch",
     "branch|filial|sucursal|zweigniederlassung|niederlassung|succursale|representative office|"
     "predstavitelstvo"},
    {"trust", "trust|trust reg|anstalt|etablissement|treuhand"},
    {"ngo", "ngo|non governmental organization|nongovernmental organization"},
}};

}  // namespace

const std::array<FormPhrases, 14>& legal_forms() { return kLegalForms; }

std::string_view person_titles() {
    return "mr|mrs|ms|miss|dr|doctor|prof|professor|sheikh|shaykh|sheik|shaikh|cheikh|haji|hajji|hadji|hajj|haj|mullah|"
           "mulla|maulavi|mawlawi|maulawi|molvi|mawlana|maulana|general|gen|brigadier|colonel|col|lieutenant|lt|major|"
           "maj|captain|capt|admiral|marshal|sergeant|sgt|president|prime|minister|senator|sen|governor|ambassador|"
           "king|prince|princess|sir|lord|lady|dame|hon|honourable|honorable|rev|reverend|father|bishop|archbishop|"
           "metropolitan|imam|ayatollah|hojjatoleslam|ustad|ustaz|ostad|mufti|qari|hafiz|akhund|engineer|eng|ing|"
           "lic|licenciado|senor|senora|herr|frau|monsieur|madame|mme|jr|junior|sr|senior|esq|prasident|presidente";
}

std::string_view vessel_prefixes() {
    return "mv|m v|mt|m t|ms|ss|s s|mts|m s|lng c|lngc|lng|lpg|lpg c|mtanker|motor vessel|motor tanker|motor ship|"
           "steamship|steam ship|vessel|ship|tanker|hms|uss|mfv|fv|f v|tug|yacht|motor yacht|my|m y|sy|rv|rms";
}

std::string_view particles() {
    return "bin|ibn|ben|bint|bn|bani|al|el|ul|ud|ur|us|ad|as|ash|an|at|az|ar|il|ol|od|van|von|der|den|de|del|della|di|"
           "da|dos|das|do|du|la|le|las|los|ter|ten|zu|zum|zur|y|e|i|oglu|ogly|oghlu|kyzy|qizi|kizi|zade|zadeh|ould|"
           "wuld|walad|wald|abu|abou|abo|umm|haj|st|san|santa|and|of|the|aka|alias|na|mac|mc|nee";
}

std::string_view business_words() {
    return "the|a|an|of|and|for|in|on|at|to|by|from|with|de|del|la|las|los|el|le|les|du|des|et|y|e|i|und|der|die|das|"
           "fur|im|da|do|dos|das|di|della|al|ve|v|na|im|named|after|imeni|company|co|cos|companies|group|groups|grp|"
           "grupp|gruppa|grup|gruppe|grupo|groupe|gruppo|holding|holdings|kholding|enterprise|enterprises|firm|"
           "firma|compania|compagnie|kompaniya|kompaniia|kompani|kompanija|cia|cie|sherkat|sharkat|sharikat|sharika|"
           "shirkat|service|services|organization|organisation|ltda|gesellschaft|sirketi|sirket|other|its|own";
}

std::string_view number_words() {
    return "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
           "eighteen|nineteen";
}

std::string_view ten_words() { return "ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"; }

std::string_view ordinal_words() {
    return "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth";
}

}  // namespace axray::matching
