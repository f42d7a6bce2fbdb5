# Libraries that the project uses; scripts/install-dependencies installs them. What a folder may write after LIBRARIES:
#
#   PkgConfig::ICU           Unicode               simdjson::simdjson             bulk JSON
#   axray::modest            HTML5 parser          nlohmann_json::nlohmann_json   JSON
#   PkgConfig::UCHARDET      encoding detection    fmt::fmt                       formatting
#   axray::stemmer           Snowball stemmers     CLI11::CLI11                   command line
#   axray::cld2              language detection
#   PkgConfig::XXHASH        hashing                      PkgConfig::NETTLE     digests
#   ZLIB::ZLIB               gzip                  LibXml2::LibXml2               XML
#   PkgConfig::DEFLATE      whole gzip and zlib data     PkgConfig::ZSTD              Zstandard
#   PkgConfig::BROTLI        Brotli                       PkgConfig::ARCHIVE       tar, zip
#   PkgConfig::CURL          HTTP; for the program axray-fetch alone
#
# tl::expected and threads come with every folder. Tests may use valijson (headers
# alone), benchmarks benchmark::benchmark.

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(tl-expected REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(simdjson REQUIRED)
find_package(CLI11 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(LibXml2 REQUIRED)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
pkg_check_modules(UCHARDET REQUIRED IMPORTED_TARGET uchardet)
pkg_check_modules(CURL REQUIRED IMPORTED_TARGET libcurl>=7.85)
pkg_check_modules(NETTLE REQUIRED IMPORTED_TARGET nettle)
pkg_check_modules(DEFLATE REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(BROTLI REQUIRED IMPORTED_TARGET libbrotlidec)
pkg_check_modules(ARCHIVE REQUIRED IMPORTED_TARGET libarchive)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)

# axray_find_library(name header library): imported target axray::name for a library without a package file.
function(axray_find_library name header library)
    find_path(AXRAY_${name}_INCLUDE ${header} REQUIRED)
    find_library(AXRAY_${name}_LIBRARY ${library} REQUIRED)
    mark_as_advanced(AXRAY_${name}_INCLUDE AXRAY_${name}_LIBRARY)
    add_library(axray::${name} UNKNOWN IMPORTED GLOBAL)
    set_target_properties(axray::${name} PROPERTIES
        IMPORTED_LOCATION ${AXRAY_${name}_LIBRARY}
        INTERFACE_INCLUDE_DIRECTORIES ${AXRAY_${name}_INCLUDE})
endfunction()

axray_find_library(cld2 cld2/public/compact_lang_det.h cld2)
axray_find_library(modest myhtml/api.h modest)
axray_find_library(stemmer libstemmer.h stemmer)

if(AXRAY_DEVELOPER)
    find_package(doctest REQUIRED)
    find_package(valijson REQUIRED)
    find_package(benchmark REQUIRED)
endif()
