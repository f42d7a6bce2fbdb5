# The installed library: libaxray.so holds the objects of all folders but the command line, fetching, updating and verifying,
# since the engine never reaches for the network; include/axray is what a program includes. Found with find_package(axray) as
# axray::axray, or with pkg-config as axray.

include(CMakePackageConfigHelpers)

get_property(built_folders GLOBAL PROPERTY AXRAY_BUILT_FOLDERS)
set(library_objects)
set(library_links)
foreach(folder IN LISTS built_folders)
    if(NOT folder MATCHES "^(cli|fetch|update|verify)$")
        list(APPEND library_objects $<TARGET_OBJECTS:axray_${folder}>)
        get_property(links GLOBAL PROPERTY AXRAY_${folder}_LIBRARIES)
        list(APPEND library_links ${links})
    endif()
endforeach()
list(REMOVE_DUPLICATES library_links)

add_library(axray SHARED ${library_objects})
add_library(axray::axray ALIAS axray)
target_compile_features(axray INTERFACE cxx_std_20)
target_include_directories(axray INTERFACE
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_link_libraries(axray PUBLIC tl::expected PRIVATE ${library_links} Threads::Threads)
set_target_properties(axray PROPERTIES
    LINKER_LANGUAGE CXX
    VERSION ${PROJECT_VERSION}
    SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
if(NOT AXRAY_SANITIZE)
    target_link_options(axray PRIVATE -Wl,--no-undefined)
endif()

install(TARGETS axray EXPORT axrayTargets)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/axray DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        FILES_MATCHING PATTERN "*.hpp")
install(TARGETS axray_command)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(AXRAY_PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/axray)
install(EXPORT axrayTargets NAMESPACE axray:: DESTINATION ${AXRAY_PACKAGE_DIR})
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/axrayConfig.cmake.in
    ${PROJECT_BINARY_DIR}/generated/axrayConfig.cmake INSTALL_DESTINATION ${AXRAY_PACKAGE_DIR})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/generated/axrayConfigVersion.cmake
    COMPATIBILITY SameMinorVersion)
string(REGEX REPLACE "[^/]+" ".." AXRAY_PC_TO_PREFIX ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
configure_file(${PROJECT_SOURCE_DIR}/cmake/axray.pc.in ${PROJECT_BINARY_DIR}/generated/axray.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/generated/axrayConfig.cmake
              ${PROJECT_BINARY_DIR}/generated/axrayConfigVersion.cmake DESTINATION ${AXRAY_PACKAGE_DIR})
install(FILES ${PROJECT_BINARY_DIR}/generated/axray.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
