# What a person who builds the project can choose, and the compiler flags that follow from it.

option(AXRAY_DEVELOPER "Build tests, fuzz targets and benchmarks; warnings are errors" ${PROJECT_IS_TOP_LEVEL})
option(AXRAY_FUZZ "Build the fuzz targets with libFuzzer (clang only)" OFF)
option(AXRAY_COVERAGE "Count which lines run" OFF)
set(AXRAY_SANITIZE "" CACHE STRING "Sanitizers to build with, such as address,undefined")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Kind of build" FORCE)
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_OPTIMIZE_DEPENDENCIES ON) # a folder compiles while those that it uses still do
set(CMAKE_COMPILE_WARNING_AS_ERROR ${AXRAY_DEVELOPER})
string(REPLACE "-O3" "-O2" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")

# The build tree has the shape of an installed one: bin/axray finds ../share/axray/models in both.
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib)
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib)
set(AXRAY_MODELS_DIR ${CMAKE_BINARY_DIR}/share/axray/models)

if(NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    find_program(AXRAY_CCACHE ccache)
    if(AXRAY_CCACHE)
        set(CMAKE_CXX_COMPILER_LAUNCHER ${AXRAY_CCACHE})
    endif()
endif()

if(AXRAY_FUZZ AND NOT CMAKE_CXX_COMPILER_ID MATCHES Clang)
    message(FATAL_ERROR "AXRAY_FUZZ needs clang with libFuzzer: use the preset fuzz, or -DCMAKE_CXX_COMPILER=clang++-14")
endif()
if(AXRAY_FUZZ)
    set(AXRAY_SANITIZE address,undefined)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(AXRAY_SANITIZE)
    add_compile_options(-fsanitize=${AXRAY_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${AXRAY_SANITIZE})
endif()
if(AXRAY_COVERAGE)
    add_compile_options(--coverage -fprofile-update=atomic)
    add_link_options(--coverage)
endif()
