#include "intake/field_parameters.h"

#include "intake/charset.h"
#include "intake/charset_names.h"
#include "intake/encoded_words.h"
#include "intake/hex_escapes.h"

#include <algorithm>
#include <optional>

namespace intake {

namespace {

// No letter has more parameters, or a value in more sections.
constexpr qsizetype mostParameters = 200;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

class Reader
{
public:
    explicit Reader(QByteArrayView field) : m_field(field) {}

    FieldParameters read()
    {
        FieldParameters result;
        result.value = upTo(";").replace(' ', "").toLower();
        while (m_at < m_field.size() && result.parameters.size() < mostParameters) {
            skip(";");
            const QByteArray name = upTo("=;").trimmed().toLower();
            if (m_at >= m_field.size() || m_field.at(m_at) == ';')
                continue; // a word without a value
            ++m_at;
            addParameter(result, name, value());
        }
        return result;
    }

private:
    void skip(QByteArrayView characters)
    {
        while (m_at < m_field.size() && (isSpace(m_field.at(m_at)) || characters.contains(m_field.at(m_at))))
            ++m_at;
    }

    // Comments are left out.
    QByteArray upTo(QByteArrayView ends)
    {
        QByteArray text;
        int depth = 0;
        for (; m_at < m_field.size(); ++m_at) {
            const char c = m_field.at(m_at);
            if (depth == 0 && ends.contains(c))
                break;
            if (c == '(' && m_field.indexOf(')', m_at) > 0)
                ++depth;
            else if (c == ')' && depth > 0)
                --depth;
            else if (depth == 0)
                text.append(isSpace(c) ? ' ' : c);
        }
        return text;
    }

    QByteArray value()
    {
        skip({});
        if (m_at < m_field.size() && m_field.at(m_at) == '"')
            return quotedValue();
        // A name of a file may hold brackets.
        const qsizetype begin = m_at;
        m_at = m_field.indexOf(';', m_at);
        m_at = m_at < 0 ? m_field.size() : m_at;
        return m_field.sliced(begin, m_at - begin).toByteArray().simplified();
    }

    QByteArray quotedValue()
    {
        QByteArray text;
        if (m_field.indexOf('"', m_at + 1) < 0) {
            const QByteArrayView rest = m_field.sliced(m_at + 1);
            const qsizetype end = rest.indexOf(';');
            m_at = end < 0 ? m_field.size() : m_at + 1 + end;
            return rest.first(end < 0 ? rest.size() : end).toByteArray().simplified();
        }
        for (++m_at; m_at < m_field.size() && m_field.at(m_at) != '"'; ++m_at) {
            // A backslash in the path of a file is no escape.
            const bool escapes = m_field.at(m_at) == '\\' && m_at + 1 < m_field.size() &&
                                 (m_field.at(m_at + 1) == '"' || m_field.at(m_at + 1) == '\\');
            m_at += escapes ? 1 : 0;
            const char c = m_field.at(m_at);
            if (c != '\r' && c != '\n')
                text.append(c == '\t' ? ' ' : c);
        }
        m_at = m_field.indexOf(';', m_at);
        m_at = m_at < 0 ? m_field.size() : m_at;
        return text;
    }

    static void addParameter(FieldParameters &result, QByteArray name, const QByteArray &value)
    {
        FieldParameters::Parameter parameter;
        if (name.endsWith('*')) {
            parameter.isPercented = true;
            name.chop(1);
        }
        const qsizetype star = name.indexOf('*');
        if (star >= 0) {
            parameter.section = name.sliced(star + 1).toInt(&parameter.isContinued);
            name.truncate(star);
        }
        parameter.name = name.trimmed();
        parameter.value = value;
        result.parameters.append(parameter);
    }

    QByteArrayView m_field;
    qsizetype m_at = 0;
};

QByteArray fromPercents(QByteArrayView value)
{
    return decodeHexEscapes(value, '%');
}

using Sections = QList<FieldParameters::Parameter>;

// All that is given for `name` in one of the ways to give it.
Sections sectionsOf(const FieldParameters &field, QByteArrayView name, bool isContinued, bool isPercented)
{
    Sections found;
    for (const auto &parameter : field.parameters) {
        const bool isAsked = isContinued || parameter.isPercented == isPercented;
        if (parameter.name == name && parameter.isContinued == isContinued && isAsked)
            found.append(parameter);
    }
    if (!isContinued)
        return found.isEmpty() ? found : found.first(1);
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.section < b.section; });
    found.erase(
        std::unique(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.section == b.section; }),
        found.end());
    return found;
}

// The best way in which the parameter is given: percent-encoded, continued, plain.
Sections sectionsOf(const FieldParameters &field, QByteArrayView name)
{
    for (const auto &[isContinued, isPercented] : {std::pair(false, true), {true, false}, {false, false}}) {
        if (const Sections sections = sectionsOf(field, name, isContinued, isPercented); !sections.isEmpty())
            return sections;
    }
    return {};
}

struct Percented {
    QByteArray charset;
    QByteArrayView rest;
};

// "charset'language'rest"; without both apostrophes all of it is the rest.
Percented taken(const QByteArray &value)
{
    const qsizetype first = value.indexOf('\'');
    const qsizetype second = first < 0 ? -1 : value.indexOf('\'', first + 1);
    if (second < 0)
        return {{}, value};
    return {value.first(first), QByteArrayView(value).sliced(second + 1)};
}

// A plain value that was encoded all the same; no name of a file begins like this.
bool isPercentedByMistake(const QByteArray &value)
{
    const qsizetype marks = value.indexOf("''");
    return marks > 0 && value.indexOf('%', marks) > 0 && isCharsetName(value.first(marks));
}

} // namespace

QByteArray FieldParameters::plain(QByteArrayView name) const
{
    QByteArray joined;
    for (const Parameter &section : sectionsOf(*this, name)) {
        const bool hasCharset = section.isPercented && joined.isEmpty();
        joined.append(section.isPercented ? QByteArray::fromPercentEncoding(
                                                hasCharset ? taken(section.value).rest.toByteArray() : section.value)
                                          : section.value);
    }
    return joined.trimmed();
}

QString FieldParameters::text(QByteArrayView name) const
{
    const Sections sections = sectionsOf(*this, name);
    if (sections.isEmpty())
        return {};
    const Parameter &first = sections.first();
    const bool isPercented =
        std::any_of(sections.cbegin(), sections.cend(), [](const Parameter &section) { return section.isPercented; });
    if (!isPercented && !isPercentedByMistake(first.value)) {
        QByteArray joined;
        for (const Parameter &section : sections)
            joined.append(section.value);
        return decodeHeaderText(decodeText(joined, {}).text.toUtf8());
    }
    const bool isTaken = first.isPercented || isPercentedByMistake(first.value);
    const Percented start = isTaken ? taken(first.value) : Percented{{}, first.value};
    QByteArray bytes = isTaken ? fromPercents(start.rest) : first.value;
    for (const Parameter &section : sections.sliced(1))
        bytes.append(section.isPercented || !isPercented ? fromPercents(section.value) : section.value);
    return decodeText(bytes, start.charset).text.simplified();
}

FieldParameters readParameters(QByteArrayView field)
{
    return Reader(field).read();
}

} // namespace intake
