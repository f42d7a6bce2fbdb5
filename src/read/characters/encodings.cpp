#include "read/characters/encodings.hpp"

#include <algorithm>
#include <memory>

#include <unicode/ucnv.h>

#include "read/characters/ascii.hpp"

namespace axray::read {
namespace {

struct Row {
    std::string_view name;
    DecoderKind kind;
    const SingleByteTable* table;
    std::string_view converter;
    std::string_view labels;  // lower case, separated by blanks
};

constexpr Row kRows[] = {
    {"UTF-8", DecoderKind::utf8, nullptr, "",
     "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8 utf_8"},
    {"IBM866", DecoderKind::single_byte, &kIbm866, "", "866 cp866 csibm866 ibm866"},
    {"ISO-8859-2", DecoderKind::single_byte, &kIso88592, "",
     "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 "
     "latin2"},
    {"ISO-8859-3", DecoderKind::single_byte, &kIso88593, "",
     "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 "
     "latin3"},
    {"ISO-8859-4", DecoderKind::single_byte, &kIso88594, "",
     "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 "
     "latin4"},
    {"ISO-8859-5", DecoderKind::single_byte, &kIso88595, "",
     "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 "
     "iso_8859-5:1988"},
    {"ISO-8859-6", DecoderKind::single_byte, &kIso88596, "",
     "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 "
     "iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"},
    {"ISO-8859-7", DecoderKind::single_byte, &kIso88597, "",
     "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 "
     "iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek"},
    {"ISO-8859-8", DecoderKind::single_byte, &kIso88598, "",
     "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 "
     "iso88598 iso_8859-8 iso_8859-8:1988 visual"},
    {"ISO-8859-8-I", DecoderKind::single_byte, &kIso88598, "", "csiso88598i iso-8859-8-i logical"},
    {"ISO-8859-10", DecoderKind::single_byte, &kIso885910, "",
     "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"},
    {"ISO-8859-13", DecoderKind::single_byte, &kIso885913, "", "iso-8859-13 iso8859-13 iso885913"},
    {"ISO-8859-14", DecoderKind::single_byte, &kIso885914, "", "iso-8859-14 iso8859-14 iso885914"},
    {"ISO-8859-15", DecoderKind::single_byte, &kIso885915, "",
     "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9"},
    {"ISO-8859-16", DecoderKind::single_byte, &kIso885916, "", "iso-8859-16"},
    {"KOI8-R", DecoderKind::single_byte, &kKoi8R, "", "cskoi8r koi koi8 koi8-r koi8_r"},
    {"KOI8-U", DecoderKind::single_byte, &kKoi8U, "", "koi8-ru koi8-u"},
    {"macintosh", DecoderKind::single_byte, &kMacintosh, "", "csmacintosh mac macintosh x-mac-roman"},
    {"windows-874", DecoderKind::single_byte, &kWindows874, "",
     "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"},
    {"windows-1250", DecoderKind::single_byte, &kWindows1250, "", "cp1250 windows-1250 x-cp1250"},
    {"windows-1251", DecoderKind::single_byte, &kWindows1251, "", "cp1251 windows-1251 x-cp1251"},
    {"windows-1252", DecoderKind::single_byte, &kWindows1252, "",
     "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 "
     "iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 latin-1"},
    {"windows-1253", DecoderKind::single_byte, &kWindows1253, "", "cp1253 windows-1253 x-cp1253"},
    {"windows-1254", DecoderKind::single_byte, &kWindows1254, "",
     "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 "
     "iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254"},
    {"windows-1255", DecoderKind::single_byte, &kWindows1255, "", "cp1255 windows-1255 x-cp1255"},
    {"windows-1256", DecoderKind::single_byte, &kWindows1256, "", "cp1256 windows-1256 x-cp1256"},
    {"windows-1257", DecoderKind::single_byte, &kWindows1257, "", "cp1257 windows-1257 x-cp1257"},
    {"windows-1258", DecoderKind::single_byte, &kWindows1258, "", "cp1258 windows-1258 x-cp1258"},
    {"x-mac-cyrillic", DecoderKind::single_byte, &kXMacCyrillic, "", "x-mac-cyrillic x-mac-ukrainian"},
    {"GBK", DecoderKind::several_bytes, nullptr, "GB18030",
     "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk "
     "gb_2312_80 cp936"},
    {"gb18030", DecoderKind::several_bytes, nullptr, "GB18030", "gb18030"},
    {"Big5", DecoderKind::several_bytes, nullptr, "Big5-HKSCS", "big5 big5-hkscs cn-big5 csbig5 x-x-big5"},
    {"EUC-JP", DecoderKind::several_bytes, nullptr, "EUC-JP", "cseucpkdfmtjapanese euc-jp x-euc-jp"},
    {"ISO-2022-JP", DecoderKind::stateful, nullptr, "ISO-2022-JP", "csiso2022jp iso-2022-jp"},
    {"Shift_JIS", DecoderKind::several_bytes, nullptr, "windows-31j",
     "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis cp932"},
    {"EUC-KR", DecoderKind::several_bytes, nullptr, "windows-949",
     "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 "
     "ksc_5601 windows-949 uhc cp949"},
    {"UTF-16BE", DecoderKind::utf16_big, nullptr, "", "unicodefffe utf-16be"},
    {"UTF-16LE", DecoderKind::utf16_little, nullptr, "",
     "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le"},
    {"x-user-defined", DecoderKind::user_defined, nullptr, "", "x-user-defined"},
    // Refused by browsers, because an attacker may hide markup in them. Here nothing is run, and a page that was
    // written in one of them cannot be read otherwise.
    {"ISO-2022-KR", DecoderKind::stateful, nullptr, "ISO-2022-KR", "csiso2022kr iso-2022-kr"},
    {"ISO-2022-CN", DecoderKind::stateful, nullptr, "ISO-2022-CN", "iso-2022-cn iso-2022-cn-ext"},
    {"HZ-GB-2312", DecoderKind::stateful, nullptr, "HZ", "hz-gb-2312 hz hzgb2312"},
    // Not in the standard at all.
    {"UTF-7", DecoderKind::utf7, nullptr, "", "utf-7 utf7 unicode-1-1-utf-7 csunicode11utf7"},
    {"UTF-32LE", DecoderKind::utf32_little, nullptr, "", "utf-32le utf-32 ucs-4le"},
    {"UTF-32BE", DecoderKind::utf32_big, nullptr, "", "utf-32be iso-10646-ucs-4 ucs-4 ucs-4be"},
};

bool has_label(std::string_view labels, std::string_view label) {
    while (!labels.empty()) {
        const std::size_t end = std::min(labels.find(' '), labels.size());
        if (labels.substr(0, end) == label) return true;
        labels.remove_prefix(std::min(end + 1, labels.size()));
    }
    return false;
}

// What ICU knows beyond the table: code pages of DOS, old Macs and large machines. Compressed and mailbox forms of
// Unicode are left out: no page is written in them, and any ASCII bytes would mean something else.
std::optional<Encoding> find_in_icu(const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(name.c_str(), &status), &ucnv_close);
    if (U_FAILURE(status)) return std::nullopt;
    switch (ucnv_getType(converter.get())) {
        case UCNV_SBCS:
        case UCNV_DBCS:
        case UCNV_MBCS: break;
        case UCNV_ISO_2022:
        case UCNV_HZ: return Encoding{name, DecoderKind::stateful, nullptr, name};
        default: return std::nullopt;
    }
    // Where a small letter is something else than in ASCII (EBCDIC), no byte can be taken as ASCII.
    const char letter = 'a';
    const char* position = &letter;
    const UChar32 meaning = ucnv_getNextUChar(converter.get(), &position, position + 1, &status);
    const bool ascii = U_SUCCESS(status) && meaning == U'a';
    return Encoding{name, ascii ? DecoderKind::several_bytes : DecoderKind::stateful, nullptr, name};
}

}  // namespace

std::optional<Encoding> find_encoding(std::string_view label) {
    constexpr std::size_t kLongestLabel = 40;
    const std::string name = lower_ascii(trim_ascii(label));
    if (name.empty() || name.size() > kLongestLabel || name.find(' ') != std::string::npos) return std::nullopt;
    for (const Row& row : kRows) {
        if (has_label(row.labels, name)) {
            return Encoding{std::string(row.name), row.kind, row.table, std::string(row.converter)};
        }
    }
    return find_in_icu(name);
}

Encoding utf8_encoding() { return {"UTF-8", DecoderKind::utf8}; }
Encoding western_encoding() { return {"windows-1252", DecoderKind::single_byte, &kWindows1252}; }

}  // namespace axray::read
