# layer(NAME USES layer... QT module... QT_PRIVATE module... LIBRARIES target... HEADERS prefix... SOURCES file...)
#
# Makes the library postbag_NAME out of one folder. USES is the single truth about what a layer may know: it links
# those layers, and the build refuses an #include of any other (check_includes.cmake says how). HEADERS names the
# prefixes of the non-Qt, non-standard headers that this layer alone may include.

add_library(postbag_options INTERFACE)
target_compile_definitions(postbag_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_KEYWORDS QT_NO_FOREACH QT_STRICT_ITERATORS
    QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(postbag_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wformat=2 -Wunused
    $<$<CONFIG:Debug>:-Werror>)

# What most files of a large layer include, read once for all of them: that takes a third of the time of a release away.
# Debug builds do without, so that a missing #include is seen.
set(precompiled_core
    <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QFileInfo> <QHash> <QJsonArray> <QJsonDocument>
    <QJsonObject> <QList> <QMap> <QRegularExpression> <QSet> <QString> <QStringList> <QUrl> <QUuid> <QVariant>
    <algorithm> <array> <functional> <memory> <optional> <utility> <variant>)
set(precompiled_widgets
    <QAction> <QDialog> <QLabel> <QListView> <QPainter> <QPlainTextEdit> <QPushButton> <QTextEdit> <QTreeWidget>
    <QVBoxLayout>)

function(precompile_headers TARGET)
    cmake_parse_arguments(PARSE_ARGV 1 LAYER "" "" "QT;SOURCES")
    list(LENGTH LAYER_SOURCES count)
    if(CMAKE_BUILD_TYPE STREQUAL "Debug" OR count LESS 15)
        return()
    endif()
    target_precompile_headers(${TARGET} PRIVATE ${precompiled_core})
    if("Widgets" IN_LIST LAYER_QT)
        target_precompile_headers(${TARGET} PRIVATE ${precompiled_widgets})
    endif()
endfunction()

function(layer NAME)
    cmake_parse_arguments(PARSE_ARGV 1 LAYER "" "" "USES;QT;QT_PRIVATE;LIBRARIES;HEADERS;SOURCES")
    if(LAYER_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "layer(${NAME}): unknown arguments ${LAYER_UNPARSED_ARGUMENTS}")
    endif()

    set(target postbag_${NAME})
    add_library(${target} STATIC ${LAYER_SOURCES})
    set_target_properties(${target} PROPERTIES AUTOMOC ON AUTOUIC ON AUTOUIC_SEARCH_PATHS "${PROJECT_SOURCE_DIR}/forms")
    target_include_directories(${target} PUBLIC ${CMAKE_CURRENT_FUNCTION_LIST_DIR})
    target_link_libraries(${target} PUBLIC postbag_options)
    foreach(used IN LISTS LAYER_USES)
        target_link_libraries(${target} PUBLIC postbag_${used})
    endforeach()
    foreach(module IN LISTS LAYER_QT)
        target_link_libraries(${target} PUBLIC Qt6::${module})
    endforeach()
    foreach(module IN LISTS LAYER_QT_PRIVATE)
        target_link_libraries(${target} PRIVATE Qt6::${module})
    endforeach()
    target_link_libraries(${target} PRIVATE ${LAYER_LIBRARIES})
    precompile_headers(${target} QT ${LAYER_QT} SOURCES ${LAYER_SOURCES})

    check_includes(${NAME} TARGET ${target} USES ${LAYER_USES} HEADERS ${LAYER_HEADERS} SOURCES ${LAYER_SOURCES})
endfunction()

# Adds to TARGET, before it compiles, the check of every #include in its SOURCES and in the headers beside them.
function(check_includes NAME)
    cmake_parse_arguments(PARSE_ARGV 1 CHECK "" "TARGET" "USES;HEADERS;SOURCES")
    file(GLOB headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
    set(files ${headers})
    foreach(source IN LISTS CHECK_SOURCES)
        if(source MATCHES "\\.(cpp|h)$")
            cmake_path(ABSOLUTE_PATH source)
            list(APPEND files ${source})
        endif()
    endforeach()
    list(REMOVE_DUPLICATES files)
    set(stamp ${CMAKE_CURRENT_BINARY_DIR}/${NAME}.includes)
    set(script ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/check_includes.cmake)
    add_custom_command(OUTPUT ${stamp}
        COMMAND ${CMAKE_COMMAND} "-DLAYER=${NAME}" "-DUSES=${CHECK_USES}" "-DHEADERS=${CHECK_HEADERS}"
                "-DFILES=${files}" -DSTAMP=${stamp} -P ${script}
        DEPENDS ${files} ${script} ${CMAKE_CURRENT_LIST_FILE}
        COMMENT "Checking the includes of ${NAME}" VERBATIM)
    add_custom_target(${CHECK_TARGET}_includes DEPENDS ${stamp})
    add_dependencies(${CHECK_TARGET} ${CHECK_TARGET}_includes)
endfunction()
