#include "ui/letter_choice_dialog.h"

#include "base/text.h"
#include "ui_letter_choice_dialog.h"

#include <QPushButton>

namespace ui {

namespace {

constexpr qint64 mostLetters = 50;

using Items = base::Result<QList<editorial::LetterItem>>;

bool isOffered(LetterChoice choice, desk::LetterStage stage)
{
    return choice == LetterChoice::Follow || stage == desk::LetterStage::Shortlisted || stage == desk::LetterStage::New;
}

// The stages to search, one after the other; none stands for all.
QList<std::optional<desk::LetterStage>> stagesOf(LetterChoice choice)
{
    if (choice == LetterChoice::Follow)
        return {std::nullopt};
    return {desk::LetterStage::Shortlisted, desk::LetterStage::New};
}

Items withNumber(editorial::Desk &desk, LetterChoice choice, const QString &number)
{
    const auto id = editorial::letterNamed(desk, number);
    if (!id)
        return QList<editorial::LetterItem>();
    const auto view = editorial::letter(desk, *id);
    if (!view)
        return view.error();
    if (!isOffered(choice, view->letter.stage))
        return QList<editorial::LetterItem>();
    editorial::LetterItem item;
    item.row.id = view->letter.id;
    item.row.number = view->letter.number;
    item.row.excerpt = base::excerpt(view->letter.edited, desk::excerptLength);
    item.shownName = view->letter.signature.isEmpty() ? view->deskName : view->letter.signature;
    return QList{item};
}

Items withWords(editorial::Desk &desk, LetterChoice choice, const QString &words)
{
    QList<editorial::LetterItem> found;
    for (const auto &stage : stagesOf(choice)) {
        editorial::LetterQuery query;
        query.stage = stage;
        query.search = words;
        query.limit = mostLetters;
        const Items some = editorial::letters(desk, query);
        if (!some)
            return some.error();
        found += *some;
    }
    return found;
}

Items lettersFor(editorial::Desk &desk, LetterChoice choice, const QString &text)
{
    bool isNumber = false;
    text.toLongLong(&isNumber);
    return isNumber ? withNumber(desk, choice, text) : withWords(desk, choice, text);
}

} // namespace

LetterChoiceDialog::LetterChoiceDialog(Workplace &workplace, LetterChoice choice, const QList<desk::LetterId> &besides,
                                       QWidget *parent)
    : QDialog(parent)
    , m_workplace(workplace)
    , m_choice(choice)
    , m_besides(besides)
    , m_form(std::make_unique<Ui::LetterChoiceForm>())
{
    m_form->setupUi(this);
    m_form->nothing->hide();
    m_add = m_form->buttons->addButton(tr("&Add this letter"), QDialogButtonBox::AcceptRole);
    m_add->setObjectName(QStringLiteral("addLetter"));
    m_add->setDefault(true);
    m_add->setEnabled(false);
    if (choice == LetterChoice::Follow)
        askForEarlier();
    connect(m_add, &QPushButton::clicked, this, &LetterChoiceDialog::choose);
    connect(m_form->search, &QLineEdit::textChanged, this, &LetterChoiceDialog::search);
    connect(m_form->letters, &QListWidget::itemActivated, this, &LetterChoiceDialog::choose);
    connect(m_form->letters, &QListWidget::currentRowChanged, m_add, [this](int row) { m_add->setEnabled(row >= 0); });
    search();
}

LetterChoiceDialog::~LetterChoiceDialog() = default;

void LetterChoiceDialog::askForEarlier()
{
    setWindowTitle(tr("Follows a letter"));
    m_form->searchLabel->setText(tr("&Number or words of the earlier letter"));
    m_form->nothing->setText(tr("No other letter has these words."));
    m_add->setText(tr("&Follow this letter"));
}

void LetterChoiceDialog::search()
{
    m_workplace.session.run(
        this,
        [choice = m_choice, text = m_form->search->text().trimmed()](editorial::Desk &desk) {
            return lettersFor(desk, choice, text);
        },
        [this, search = ++m_search](const Items &letters) {
            if (search != m_search)
                return;
            if (letters)
                list(*letters);
            else
                m_workplace.notices.error(letters.error());
        });
}

void LetterChoiceDialog::list(const QList<editorial::LetterItem> &letters)
{
    m_form->letters->clear();
    m_letters.clear();
    for (const editorial::LetterItem &item : letters) {
        if (m_besides.contains(item.row.id))
            continue;
        m_letters.append(item.row.id);
        m_form->letters->addItem(
            tr("%1 · %2 · %3").arg(QString::number(item.row.number), item.shownName, item.row.excerpt));
    }
    m_form->nothing->setVisible(m_letters.isEmpty());
    m_form->letters->setCurrentRow(m_letters.isEmpty() ? -1 : 0);
}

void LetterChoiceDialog::choose()
{
    const int row = m_form->letters->currentRow();
    if (row < 0)
        return;
    Q_EMIT chosen(m_letters.at(row));
    accept();
}

} // namespace ui
