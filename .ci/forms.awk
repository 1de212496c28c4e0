# Checks Qt Designer files: every widget has a name that says what it is, every control a label as its buddy or an
# accessible name, and a place in the tab order.

function complain(text) {
    print file ": " text
    ++complaints
}

function attribute(name,    rest) {
    if (!match($0, name "=\"[^\"]*\""))
        return ""
    rest = substr($0, RSTART, RLENGTH)
    gsub("^" name "=\"|\"$", "", rest)
    return rest
}

function content(tag,    rest) {
    rest = $0
    sub(".*<" tag ">", "", rest)
    sub(/<.*$/, "", rest)
    return rest
}

function finish(    name) {
    for (name in labelled)
        if (!(name in named))
            complain(name " has neither a buddy nor an accessible name")
    for (name in focusable)
        if (!(name in tabbed))
            complain(name " is not in the tab order")
    delete labelled
    delete named
    delete focusable
    delete tabbed
    depth = 0
}

FNR == 1 {
    if (file)
        finish()
    file = FILENAME
}

/<widget / {
    class = attribute("class")
    name = attribute("name")
    widgets[++depth] = name
    bare = tolower(substr(class, 2, 1)) substr(class, 3)
    if (name == "")
        complain("a " class " has no name")
    else if (name == bare || name ~ "^" bare "_[0-9]+$")
        complain(name " is a name that Designer made; say what it is")
    if (class ~ /^Q(LineEdit|TextEdit|PlainTextEdit|ComboBox|FontComboBox|SpinBox|DoubleSpinBox|DateEdit|TimeEdit|DateTimeEdit|Slider|(List|Tree|Table)(View|Widget))$/) {
        focusable[name] = 1
        labelled[name] = 1
    } else if (class ~ /^Q(PushButton|ToolButton|CheckBox|RadioButton)$/) {
        focusable[name] = 1
    }
}

/<property name="buddy"/ { property = "buddy" }
/<property name="accessibleName"/ { property = "accessibleName" }

property == "buddy" && /<cstring>/ {
    named[content("cstring")] = 1
    property = ""
}

property == "accessibleName" && /<string/ {
    named[widgets[depth]] = 1
    property = ""
}

/<\/widget>/ || /<widget [^>]*\/>/ { --depth }

/<tabstop>/ { tabbed[content("tabstop")] = 1 }

END {
    if (file)
        finish()
    exit complaints > 0
}
