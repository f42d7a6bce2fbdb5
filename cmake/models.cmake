# Puts the trained models beside the programs, in share/axray/models of the build tree, and installs them from there.
#
# The target axray_models brings all of them up to date; a folder that builds a model file in ${AXRAY_MODELS_DIR} by a
# command of its own adds that with add_dependencies(axray_models ...).

add_custom_target(axray_models ALL)
file(GLOB model_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/models/*.bin)
list(FILTER model_files EXCLUDE REGEX "/(body|text)_[a-z]+\\.bin$") # part of the library (src/read/body)
list(FILTER model_files EXCLUDE REGEX "/wordnet\\.bin$") # made in the build by src/language; training leaves one there
set(model_copies)
foreach(model IN LISTS model_files)
    cmake_path(GET model FILENAME name)
    add_custom_command(OUTPUT ${AXRAY_MODELS_DIR}/${name} DEPENDS ${model}
        COMMAND ${CMAKE_COMMAND} -E copy ${model} ${AXRAY_MODELS_DIR}/${name}
        COMMENT "Copying model ${name}")
    list(APPEND model_copies ${AXRAY_MODELS_DIR}/${name})
endforeach()
if(model_copies)
    add_custom_target(axray_model_copies DEPENDS ${model_copies})
    add_dependencies(axray_models axray_model_copies)
endif()

file(MAKE_DIRECTORY ${AXRAY_MODELS_DIR})
install(DIRECTORY ${AXRAY_MODELS_DIR} DESTINATION ${CMAKE_INSTALL_DATADIR}/axray FILES_MATCHING PATTERN "*.bin")
