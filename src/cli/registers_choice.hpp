// Which registers a check asks (arguments -> EngineOptions), with the options for it.
//
// Registers that the user has imported are asked unless told otherwise; who has none notices nothing. Source: own.
#pragma once

#include <string>

#include <axray/engine.hpp>

namespace CLI {
class App;
}

namespace axray::cli {

struct RegistersChoice {
    std::string folder;  // empty: the usual one, when lists were imported into it; "none": no register
    std::string on;      // ISO 8601 day; empty: the newest lists
};

// --registers and --on.
void add_registers_options(CLI::App& command, RegistersChoice& choice);

[[nodiscard]] EngineOptions engine_options(const RegistersChoice& choice);

}  // namespace axray::cli
