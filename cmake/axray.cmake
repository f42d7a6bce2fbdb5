# Functions with which the folders declare what they consist of.
#
#   axray_library(trace SOURCES align.cpp DEPENDS base language LIBRARIES PkgConfig::ICU)
#       static library axray_trace from the files of src/trace
#   axray_test(trace align_test.cpp ... [LIBRARIES ...] [NEEDS_DATA])
#       program bin/axray_trace_tests with the doctest cases of the folder; ctest runs it as unit.trace. NEEDS_DATA: those
#       of the suite needs_data as data.trace instead, which ctest calls skipped when they print "skipped: there is no"
#   axray_part(read SOURCES feed.cpp TESTS feed_test.cpp LIBRARIES LibXml2::LibXml2)
#       from a folder inside src/read: adds to its library and to its tests
#   axray_program(axray_lexicon SOURCES lexicon_main.cpp DEPENDS language [OUTPUT name] [LIBRARIES ...])
#       program bin/axray_lexicon (or bin/name); the command itself is axray_program(axray_command OUTPUT axray ...)

# What every target of the project shares: warnings, include folders, and the libraries of the public headers.
add_library(axray_common INTERFACE)
target_compile_features(axray_common INTERFACE cxx_std_20)
target_compile_options(axray_common INTERFACE -Wall -Wextra -Wpedantic)
target_include_directories(axray_common INTERFACE
    ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/include ${PROJECT_BINARY_DIR}/generated)
target_link_libraries(axray_common INTERFACE tl::expected Threads::Threads)

# Links target to the folders that it depends on, and to other libraries.
function(axray_link target depends libraries)
    target_link_libraries(${target} PUBLIC axray_common)
    foreach(folder IN LISTS depends)
        if(NOT TARGET axray_${folder})
            message(FATAL_ERROR "${target}: there is no folder ${folder} before it")
        endif()
        target_link_libraries(${target} PUBLIC axray_${folder})
    endforeach()
    target_link_libraries(${target} PUBLIC ${libraries})
endfunction()

function(axray_library folder)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS;LIBRARIES")
    add_library(axray_${folder} STATIC ${arg_SOURCES})
    axray_link(axray_${folder} "${arg_DEPENDS}" "${arg_LIBRARIES}")
    set_property(GLOBAL APPEND PROPERTY AXRAY_BUILT_FOLDERS ${folder})
    set_property(GLOBAL PROPERTY AXRAY_${folder}_LIBRARIES ${arg_LIBRARIES})
endfunction()

function(axray_part folder)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;TESTS;LIBRARIES;TEST_LIBRARIES")
    list(TRANSFORM arg_SOURCES PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
    list(TRANSFORM arg_TESTS PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
    target_sources(axray_${folder} PRIVATE ${arg_SOURCES})
    target_link_libraries(axray_${folder} PUBLIC ${arg_LIBRARIES})
    set_property(GLOBAL APPEND PROPERTY AXRAY_${folder}_LIBRARIES ${arg_LIBRARIES})
    if(AXRAY_DEVELOPER AND arg_TESTS)
        target_sources(axray_${folder}_tests PRIVATE ${arg_TESTS})
        target_link_libraries(axray_${folder}_tests PRIVATE ${arg_TEST_LIBRARIES})
    endif()
endfunction()

function(axray_program target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "OUTPUT" "SOURCES;DEPENDS;LIBRARIES")
    add_executable(${target} ${arg_SOURCES})
    axray_link(${target} "${arg_DEPENDS}" "${arg_LIBRARIES}")
    if(arg_OUTPUT)
        set_target_properties(${target} PROPERTIES OUTPUT_NAME ${arg_OUTPUT})
    endif()
endfunction()

# Tests run in the root of the repository; AXRAY_SOURCE_DIR is that folder, for tests that read files from it, and
# AXRAY_MODELS_DIR the folder of the models that were built.
function(axray_test folder)
    if(NOT AXRAY_DEVELOPER)
        return()
    endif()
    cmake_parse_arguments(PARSE_ARGV 1 arg "NEEDS_DATA" "" "LIBRARIES")
    if(NOT TARGET axray_doctest_main)
        add_library(axray_doctest_main STATIC ${PROJECT_SOURCE_DIR}/tests/doctest_main.cpp)
        target_link_libraries(axray_doctest_main PUBLIC axray_common doctest::doctest)
    endif()
    add_executable(axray_${folder}_tests ${arg_UNPARSED_ARGUMENTS})
    target_compile_definitions(axray_${folder}_tests PRIVATE
        AXRAY_SOURCE_DIR="${PROJECT_SOURCE_DIR}" AXRAY_MODELS_DIR="${AXRAY_MODELS_DIR}")
    target_link_libraries(axray_${folder}_tests PRIVATE axray_${folder} axray_doctest_main ${arg_LIBRARIES})
    add_dependencies(axray_${folder}_tests axray_models)
    add_test(NAME unit.${folder} COMMAND axray_${folder}_tests --test-suite-exclude=needs_data
             WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    set_tests_properties(unit.${folder} PROPERTIES LABELS unit TIMEOUT 300)
    if(arg_NEEDS_DATA)
        add_test(NAME data.${folder} COMMAND axray_${folder}_tests --test-suite=needs_data
                 WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
        set_tests_properties(data.${folder} PROPERTIES
            LABELS unit TIMEOUT 300 SKIP_REGULAR_EXPRESSION "skipped: there is no")
    endif()
endfunction()
