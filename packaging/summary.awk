# Reads ctest's LastTest.log and sums up what the Qt Test programs in it did: what passed, failed and was skipped, and
# why.

/^[0-9]+\/[0-9]+ Testing: / { program = $3; ++programs }

/^Totals: / {
    passed += $2
    failed += $4
    skipped += $6
}

/^SKIP +: / {
    reason = $0
    sub(/^SKIP +: [^(]*\([^)]*\) /, "", reason)
    ++count[reason]
    if (!((reason, program) in seen)) {
        seen[reason, program] = 1
        where[reason] = where[reason] (where[reason] ? ", " : "") program
    }
}

/^FAIL! +: / {
    name = $0
    sub(/^FAIL! +: /, "", name)
    failures = failures "  " program ": " name "\n"
}

/^Test Failed\.$|^Test time ([0-9.]+) seconds exceeded|Exception: / { broken = broken (broken ? ", " : "") program }

END {
    printf "Test programs: %d. Test functions: %d passed, %d failed, %d skipped.\n", programs, passed, failed, skipped
    for (reason in count)
        printf "Skipped %d (%s): %s\n", count[reason], where[reason], reason
    if (broken)
        printf "Failed: %s\n%s", broken, failures
}
