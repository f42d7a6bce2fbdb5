// What a quantity has to do with a change (the words around it -> direction and role): in "rose by 3% from 9% to 12%"
// three quantities go up, by, from and to. Source: own rules.
#pragma once

#include "language/quantities/quantity_view.hpp"

namespace axray::language {

// Sets direction and role of `quantity`. Looks at ten tokens before it and three behind it, within its sentence.
void find_change(const QuantityView& view, Quantity& quantity);

}  // namespace axray::language
