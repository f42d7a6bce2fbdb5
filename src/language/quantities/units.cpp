#include "language/quantities/units.hpp"

#include <array>
#include <cmath>

#include "language/quantities/unit_table.hpp"

namespace axray::language {
namespace {

constexpr std::size_t kSlots = 4096;  // a power of two, some 1,000 spellings
constexpr std::size_t kLongestSpelling = 48;

constexpr char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte; }

// FNV-1a, with the kind of spelling in its start value.
constexpr std::uint64_t kNameSeed = 0xCBF29CE484222325ULL;
constexpr std::uint64_t kSymbolSeed = 0x9AE16A3B2F90404FULL;

constexpr std::uint64_t add_byte(std::uint64_t hash, char byte) {
    return (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
}

// All rows in one numbering, and the table from spelling to number. Constant after it was made.
class UnitTable {
public:
    UnitTable() {
        add_rows(measurement_rows());
        add_rows(physics_rows());
        add_rows(currency_rows());
    }

    const Unit& at(UnitId id) const { return id < size_ ? units_[id] : units_[0]; }
    UnitId size() const { return size_; }

    UnitId find(std::uint64_t hash) const {
        for (std::size_t slot = hash & (kSlots - 1);; slot = (slot + 1) & (kSlots - 1)) {
            if (slots_[slot].id == 0 || slots_[slot].hash == hash) return slots_[slot].id;
        }
    }

private:
    struct Slot {
        std::uint64_t hash = 0;
        UnitId id = 0;
    };

    void add_rows(std::span<const UnitRow> rows) {
        for (const UnitRow& row : rows) {
            units_[size_] = row.unit;
            add_spellings(row.names, kNameSeed, size_);
            add_spellings(row.symbols, kSymbolSeed, size_);
            ++size_;
        }
    }

    void add_spellings(std::string_view list, std::uint64_t seed, UnitId id) {
        std::uint64_t hash = seed;
        for (std::size_t at = 0; at <= list.size(); ++at) {
            const bool ends = at == list.size() || list[at] == ' ';
            if (!ends) {
                hash = add_byte(hash, list[at]);
            } else {
                if (hash != seed) insert(hash, id);
                hash = seed;
            }
        }
    }

    void insert(std::uint64_t hash, UnitId id) {
        std::size_t slot = hash & (kSlots - 1);
        while (slots_[slot].id != 0 && slots_[slot].hash != hash) slot = (slot + 1) & (kSlots - 1);
        if (slots_[slot].id == 0) slots_[slot] = {hash, id};
    }

    std::array<Unit, 512> units_{};
    UnitId size_ = 1;
    std::array<Slot, kSlots> slots_{};
};

const UnitTable& table() {
    static const UnitTable kTable;
    return kTable;
}

}  // namespace

const Unit& unit_of(UnitId id) { return table().at(id); }

UnitId unit_count() { return table().size(); }

UnitId find_unit(std::string_view spelling) {
    if (spelling.empty() || spelling.size() > kLongestSpelling) return 0;
    std::uint64_t symbol = kSymbolSeed;
    std::uint64_t name = kNameSeed;
    for (const char byte : spelling) {
        symbol = add_byte(symbol, byte);
        name = add_byte(name, lower(byte));
    }
    const UnitId found = table().find(symbol);
    return found != 0 ? found : table().find(name);
}

bool convertible(UnitId from, UnitId to) {
    if (from == to) return from != 0;
    const Unit& one = unit_of(from);
    const Unit& other = unit_of(to);
    if (one.dimension != other.dimension || one.dimension == Dimension::none) return false;
    if (one.dimension == Dimension::fuel_economy) return false;
    return one.dimension != Dimension::money || (!one.code.empty() && one.code == other.code);
}

double convert(double value, UnitId from, UnitId to) {
    if (from == to) return value;
    const Unit& one = unit_of(from);
    const Unit& other = unit_of(to);
    return (value * one.factor + one.offset - other.offset) / other.factor;
}

bool may_follow(UnitId larger, UnitId smaller) {
    if (larger == smaller || !convertible(larger, smaller)) return false;
    const Unit& one = unit_of(larger);
    const bool divided = one.dimension == Dimension::length || one.dimension == Dimension::mass ||
                         one.dimension == Dimension::time || one.dimension == Dimension::volume ||
                         one.dimension == Dimension::money;
    return divided && one.factor > unit_of(smaller).factor;
}

}  // namespace axray::language
