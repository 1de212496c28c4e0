#include "intake/html_page.h"

#include <gumbo.h>

#include <algorithm>
#include <csetjmp>
#include <cstddef>
#include <ctime>
#include <vector>

namespace intake {

namespace {

constexpr size_t mostMemory = size_t(256) * 1024 * 1024;
constexpr double longestTime = 2; // seconds of this thread's work

double workDone()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

} // namespace

// All the memory of one parse. The parser cannot be stopped in any other way: when the memory or the time is used up,
// allocate() leaves it by the jump, which skips frames of the C library only.
struct HtmlPage::Arena {
    std::vector<std::unique_ptr<std::byte[]>> blocks;
    std::byte *next = nullptr;
    size_t left = 0;
    size_t total = 0;
    unsigned calls = 0;
    double deadline = workDone() + longestTime;
    std::jmp_buf exhausted;
};

namespace {

extern "C" void *allocateInArena(void *userdata, size_t size)
{
    auto *arena = static_cast<HtmlPage::Arena *>(userdata);
    constexpr size_t blockSize = size_t(64) * 1024;
    const size_t rounded = (size + 15) / 16 * 16;
    if (++arena->calls % 1024 == 0 && workDone() > arena->deadline)
        std::longjmp(arena->exhausted, 1);
    if (rounded > arena->left) {
        const size_t wanted = std::max(rounded, blockSize);
        if (arena->total + wanted > mostMemory)
            std::longjmp(arena->exhausted, 1);
        arena->blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(wanted));
        arena->next = arena->blocks.back().get();
        arena->left = wanted;
        arena->total += wanted;
    }
    std::byte *result = arena->next;
    arena->next += rounded;
    arena->left -= rounded;
    return result;
}

extern "C" void keepInArena(void * /*userdata*/, void * /*memory*/) {}

// Null if the arena is exhausted.
const GumboOutput *parse(HtmlPage::Arena &arena, const QByteArray &html)
{
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocateInArena;
    options.deallocator = keepInArena;
    options.userdata = &arena;
    options.max_errors = 0;
    if (setjmp(arena.exhausted) != 0)
        return nullptr;
    return gumbo_parse_with_options(&options, html.constData(), static_cast<size_t>(html.size()));
}

} // namespace

HtmlPage::HtmlPage(const QByteArray &html) : m_arena(std::make_unique<Arena>())
{
    if (const GumboOutput *page = parse(*m_arena, html))
        m_root = page->root;
}

HtmlPage::~HtmlPage() = default;

} // namespace intake
