# Every header must compile when it is the only one included. The target axray_headers_alone has one generated file for
# each; it is no part of the usual build, scripts/check-headers builds it.

file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
    ${PROJECT_SOURCE_DIR}/include/axray/*.hpp ${PROJECT_SOURCE_DIR}/src/*.hpp)
set(alone_files)
foreach(header IN LISTS headers)
    string(REGEX REPLACE "^(src|include)/" "" include_name ${header})
    string(REGEX REPLACE "[/.]" "_" file_name ${include_name})
    set(file ${PROJECT_BINARY_DIR}/generated/headers_alone/${file_name}.cpp)
    file(CONFIGURE OUTPUT ${file} CONTENT "#include \"${include_name}\"\n")
    list(APPEND alone_files ${file})
endforeach()
add_library(axray_headers_alone OBJECT EXCLUDE_FROM_ALL ${alone_files})
target_link_libraries(axray_headers_alone PRIVATE axray_common)
# What tests are told about the build: their helpers are headers as well.
target_compile_definitions(axray_headers_alone PRIVATE
    AXRAY_SOURCE_DIR="" AXRAY_MODELS_DIR="" AXRAY_TEST_LEXICON="" AXRAY_TEST_MODELS="")
