"""Write the bank holidays of England, 2010 to 2060, into data/timescales.toml.

Run from the checkout with the development packages: `python tools/write_bank_holidays.py`.
Only weekdays are listed: a holiday on a weekend takes no working day away, its substitute does.
"""

from datetime import date
from pathlib import Path

import holidays

FIRST_YEAR, LAST_YEAR = 2010, 2060
BEGIN = (
    "# --- written by tools/write_bank_holidays.py: change [extra_days] or [removed_days] instead"
)
END = "# --- end of what the script writes"


def bank_holidays() -> dict[int, list[date]]:
    """Return the bank holidays of England that fall on a weekday, by year."""
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    listed = holidays.country_holidays("GB", subdiv="ENG", years=years)
    return {
        year: [day for day in sorted(listed) if day.year == year and day.weekday() < 5]
        for year in years
    }


def written() -> str:
    """Return the table as it stands in the file, between its two marks."""
    lines = [
        f"{year} = [{', '.join(day.isoformat() for day in days)}]"
        for year, days in bank_holidays().items()
    ]
    return "\n".join([BEGIN, "[bank_holidays]", *lines, END])


def rewritten(text: str) -> str:
    """Return the file's text with the table brought up to date."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{written()}{after}"


def main() -> None:
    """Bring data/timescales.toml up to date."""
    path = Path(__file__).parent.parent / "data" / "timescales.toml"
    path.write_text(rewritten(path.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"{path}: {sum(map(len, bank_holidays().values()))} days")


if __name__ == "__main__":
    main()
