# Refuses, at build time, an #include against the table of layers.
#
# LAYER    the layer that FILES belong to        USES     the layers that it may include
# HEADERS  prefixes of third-party and system headers that it may include
# STAMP    written when nothing was refused
#
# Refused are: a layer that is not named in USES, "../" and "./", <QtModule/Class>, a header of a library that the
# layer does not name, and a quoted include without the name of its layer (save for what uic and moc make).

cmake_minimum_required(VERSION 3.25)

set(refused 0)
foreach(file IN LISTS FILES)
    file(STRINGS "${file}" lines REGEX "^[ \t]*#[ \t]*include")
    foreach(line IN LISTS lines)
        set(reason "")
        if(line MATCHES "^[ \t]*#[ \t]*include[ \t]*\"([^\"]+)\"")
            set(path "${CMAKE_MATCH_1}")
            if(path MATCHES "(^|/)\\.\\.?/")
                set(reason "say it from the top, as \"layer/file.h\"")
            elseif(path MATCHES "^ui_[a-z_]+\\.h$" OR path MATCHES "\\.moc$")
                # made by uic or moc for this layer
            elseif(NOT path MATCHES "^([a-z]+)/")
                set(reason "name the layer, as \"${LAYER}/${path}\"")
            else()
                set(layer "${CMAKE_MATCH_1}")
                if(NOT layer STREQUAL LAYER AND NOT layer IN_LIST USES)
                    set(reason "${LAYER} may not use ${layer}; it may use: ${USES}")
                endif()
            endif()
        elseif(line MATCHES "^[ \t]*#[ \t]*include[ \t]*<([^>]+)>")
            set(path "${CMAKE_MATCH_1}")
            if(path MATCHES "^Qt[A-Za-z0-9]*/")
                set(reason "leave the module out, as <QString>")
            elseif(NOT path MATCHES "^Q[A-Za-z0-9]+$" AND NOT path MATCHES "^[a-z_0-9]+$")
                set(reason "${LAYER} names no library with this header")
                foreach(prefix IN LISTS HEADERS)
                    string(FIND "${path}" "${prefix}" at)
                    if(at EQUAL 0)
                        set(reason "")
                    endif()
                endforeach()
            endif()
        else()
            set(reason "write a plain \"layer/file.h\" or <header>")
        endif()
        if(reason)
            string(STRIP "${line}" line)
            message(SEND_ERROR "${file}: ${line}: ${reason}")
            math(EXPR refused "${refused} + 1")
        endif()
    endforeach()
endforeach()

if(refused)
    message(FATAL_ERROR "${refused} include(s) of layer ${LAYER} refused")
endif()
file(TOUCH "${STAMP}")
