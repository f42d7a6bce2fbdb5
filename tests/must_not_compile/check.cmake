# Compiles FILE without and with AXRAY_MISUSE; see CMakeLists.txt.

string(REPLACE "|" ";" include_folders "${INCLUDES}")
list(TRANSFORM include_folders PREPEND "-I" OUTPUT_VARIABLE include_flags)
set(command ${COMPILER} -std=c++20 -Wall -Wextra -Wpedantic -Werror -fsyntax-only ${include_flags})

execute_process(COMMAND ${command} ${FILE} RESULT_VARIABLE status ERROR_VARIABLE messages)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "${FILE} should compile without AXRAY_MISUSE:\n${messages}")
endif()

file(STRINGS ${FILE} expect_line REGEX "^// Expect: " LIMIT_COUNT 1)
string(REGEX REPLACE "^// Expect: " "" expected "${expect_line}")
if(expected STREQUAL "")
    message(FATAL_ERROR "${FILE} has no line '// Expect: ...'")
endif()

execute_process(COMMAND ${command} -DAXRAY_MISUSE ${FILE} RESULT_VARIABLE status ERROR_VARIABLE messages)
if(status EQUAL 0)
    message(FATAL_ERROR "${FILE} compiles with AXRAY_MISUSE and should not")
endif()
if(NOT messages MATCHES "${expected}")
    message(FATAL_ERROR "${FILE} fails, but not with '${expected}':\n${messages}")
endif()
