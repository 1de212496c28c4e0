#include "ui/notices.h"

namespace ui {

int Notices::show(const Notice &notice)
{
    ++m_last;
    Q_EMIT shown(m_last, notice);
    return m_last;
}

void Notices::withdraw(int number)
{
    Q_EMIT withdrawn(number);
}

} // namespace ui
