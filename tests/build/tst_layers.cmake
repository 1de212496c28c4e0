# Tries each kind of include that the table of layers forbids, in a scratch project with the real layer() function:
# PROJECT, the source folder of Postbag; SCRATCH, a folder that is made anew; GENERATOR and COMPILER.
#
# The layers are "below", "middle" (USES below), "above" (USES below middle) and "aside", which nobody names.

cmake_minimum_required(VERSION 3.25)

set(failures 0)

macro(fail TEXT)
    message(SEND_ERROR "${TEXT}")
    math(EXPR failures "${failures} + 1")
endmacro()

function(write_layer NAME USES)
    file(WRITE ${SCRATCH}/app/${NAME}/CMakeLists.txt "layer(${NAME} USES ${USES} QT Core SOURCES ${NAME}.cpp)\n")
    file(WRITE ${SCRATCH}/app/${NAME}/${NAME}.h "#pragma once\n#include <QString>\nnamespace ${NAME} { QString word(); }\n")
    file(WRITE ${SCRATCH}/app/${NAME}/${NAME}.cpp "#include \"${NAME}/${NAME}.h\"\n"
        "QString ${NAME}::word() { return QStringLiteral(\"${NAME}\"); }\n")
endfunction()

function(write_project)
    file(REMOVE_RECURSE ${SCRATCH})
    file(COPY ${PROJECT}/app/layer.cmake ${PROJECT}/app/check_includes.cmake DESTINATION ${SCRATCH}/app)
    # The lines of the real project that the refusals rest on.
    file(STRINGS ${PROJECT}/CMakeLists.txt rules REGEX "CMAKE_CXX_STANDARD|CMAKE_CXX_EXTENSIONS|GLOBAL_DEPENDS_NO_CYCLES")
    list(JOIN rules "\n" rules)
    file(WRITE ${SCRATCH}/CMakeLists.txt "cmake_minimum_required(VERSION 3.25)\nproject(Scratch LANGUAGES CXX)\n${rules}\n"
        "find_package(Qt6 6.4 REQUIRED COMPONENTS Core Widgets)\nqt_standard_project_setup()\ninclude(app/layer.cmake)\n"
        "foreach(name below middle above aside)\n  add_subdirectory(app/\${name})\nendforeach()\n")
    write_layer(below "")
    write_layer(middle "below")
    write_layer(above "below middle")
    write_layer(aside "")
endfunction()

function(configure RESULT OUTPUT)
    execute_process(COMMAND ${CMAKE_COMMAND} -S ${SCRATCH} -B ${SCRATCH}/build -G ${GENERATOR}
            -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_BUILD_TYPE=Debug
        RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
    set(${RESULT} ${result} PARENT_SCOPE)
    set(${OUTPUT} "${output}" PARENT_SCOPE)
endfunction()

function(build TARGET RESULT OUTPUT)
    execute_process(COMMAND ${CMAKE_COMMAND} --build ${SCRATCH}/build --target ${TARGET}
        RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
    string(REGEX REPLACE "[ \n]+" " " output "${output}")
    set(${RESULT} ${result} PARENT_SCOPE)
    set(${OUTPUT} "${output}" PARENT_SCOPE)
endfunction()

# Puts LINE at the head of FILE, a file of the layer "middle", and expects the build to refuse it with WORDS.
function(refuse WHAT FILE LINE WORDS)
    set(path ${SCRATCH}/app/middle/${FILE})
    file(READ ${path} before)
    file(WRITE ${path} "${LINE}\n${before}")
    build(postbag_middle result output)
    file(WRITE ${path} "${before}")
    string(FIND "${output}" "${WORDS}" at)
    if(result EQUAL 0)
        fail("${WHAT}: was built")
    elseif(at EQUAL -1)
        fail("${WHAT}: was refused, but not with “${WORDS}”:\n${output}")
    else()
        message(STATUS "${WHAT}: refused")
    endif()
    set(failures ${failures} PARENT_SCOPE)
endfunction()

# As refuse(), but expects the layer to be built.
function(allow WHAT FILE LINE)
    set(path ${SCRATCH}/app/middle/${FILE})
    file(READ ${path} before)
    file(WRITE ${path} "${LINE}\n${before}")
    build(postbag_middle result output)
    file(WRITE ${path} "${before}")
    if(NOT result EQUAL 0)
        fail("${WHAT}: was not built:\n${output}")
    else()
        message(STATUS "${WHAT}: allowed")
    endif()
    set(failures ${failures} PARENT_SCOPE)
endfunction()

write_project()
configure(result output)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "The scratch project cannot be configured:\n${output}")
endif()

allow("a layer that is named, the own layer, Qt and the standard library" middle.cpp
    "#include \"below/below.h\"\n#include \"middle/middle.h\"\n#include <QList>\n#include <vector>")
refuse("a layer that is not named" middle.cpp "#include \"aside/aside.h\"" "middle may not use aside")
refuse("a layer above" middle.cpp "#include \"above/above.h\"" "middle may not use above")
refuse("a layer above, in a header" middle.h "#  include \"above/above.h\"" "middle may not use above")
refuse("the way up" middle.cpp "#include \"../below/below.h\"" "say it from the top")
refuse("the way up in the middle" middle.cpp "#include \"middle/../below/below.h\"" "say it from the top")
refuse("the same folder" middle.cpp "#include \"./middle.h\"" "say it from the top")
refuse("no layer" middle.cpp "#include \"middle.h\"" "name the layer, as \"middle/middle.h\"")
refuse("the module of a Qt class" middle.cpp "#include <QtCore/QString>" "leave the module out")
refuse("a library that is not named" middle.cpp "#include <cmark.h>" "names no library with this header")
refuse("a header of the system" middle.cpp "#include <sys/stat.h>" "names no library with this header")
refuse("a layer in angle brackets" middle.cpp "#include <above/above.h>" "names no library with this header")
refuse("a name from a macro" middle.cpp "#define HEADER \"above/above.h\"\n#include HEADER" "write a plain")
refuse("a Qt module that is not linked" middle.cpp "#include <QWidget>" "QWidget: No such file")
build(all result output)
if(NOT result EQUAL 0)
    fail("the scratch project does not build after all that:\n${output}")
endif()

write_layer(below "above")
configure(result output)
string(FIND "${output}" "cycl" at)
if(result EQUAL 0 OR at EQUAL -1)
    fail("a circle of layers: was not refused:\n${output}")
else()
    message(STATUS "a circle of layers: refused")
endif()

if(failures)
    message(FATAL_ERROR "${failures} of the rules do not hold")
endif()
file(REMOVE_RECURSE ${SCRATCH})
