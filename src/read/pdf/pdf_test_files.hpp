// Small PDF files for tests, written by hand (lines of text with their places -> bytes of a PDF).
//
// As plain as the format allows: uncompressed, the standard font Helvetica, no cross-reference stream.
// Source: ISO 32000-1.
#pragma once

#include <string>
#include <vector>

namespace axray::read {

struct TestLine {
    float left = 0;
    float top = 0;  // points from the upper edge of the page to the base line
    float size = 10;
    std::string text;  // Windows-1252, without brackets and backslashes
};

struct TestPdf {
    std::vector<std::vector<TestLine>> pages;  // A4
    std::string info;                          // entries of the information dictionary: "/Title (...)"
    std::string trailer;                       // more entries of the trailer: "/Encrypt << ... >>"
    std::string page_entries;                  // more entries of each page: "/Rotate 90"
    std::string operators;                     // set before the text of each page: "0 1 -1 0 0 0 cm"
};

// `content` is a page's whole content stream.
inline std::string make_pdf_of_contents(const std::vector<std::string>& contents, const TestPdf& about = {}) {
    std::vector<std::string> objects;
    std::string kids;
    for (std::size_t i = 0; i < contents.size(); ++i) kids += std::to_string(5 + 2 * i) + " 0 R ";
    objects.emplace_back("<< /Type /Catalog /Pages 2 0 R >>");
    objects.push_back("<< /Type /Pages /Count " + std::to_string(contents.size()) + " /Kids [" + kids + "] >>");
    objects.emplace_back("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    objects.push_back("<< " + about.info + " >>");
    for (std::size_t i = 0; i < contents.size(); ++i) {
        objects.push_back(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> " +
            about.page_entries + " /Contents " + std::to_string(6 + 2 * i) + " 0 R >>");
        objects.push_back("<< /Length " + std::to_string(contents[i].size()) + " >>\nstream\n" + contents[i] +
                          "\nendstream");
    }
    std::string file = "%PDF-1.4\n";
    std::string table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        std::string offset = std::to_string(file.size());
        offset.insert(0, 10 - offset.size(), '0');
        table += offset + " 00000 n \n";
        file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string size = std::to_string(objects.size() + 1);
    const std::string place = std::to_string(file.size());
    file += "xref\n0 " + size + "\n0000000000 65535 f \n" + table;
    file += "trailer\n<< /Size " + size + " /Root 1 0 R /Info 4 0 R " + about.trailer + " >>\n";
    return file + "startxref\n" + place + "\n%%EOF\n";
}

inline std::string make_pdf(const TestPdf& pdf) {
    std::vector<std::string> contents;
    for (const std::vector<TestLine>& lines : pdf.pages) {
        std::string content = pdf.operators + "\n";
        for (const TestLine& line : lines) {
            content += "BT /F " + std::to_string(line.size) + " Tf " + std::to_string(line.left) + " " +
                       std::to_string(842 - line.top) + " Td (" + line.text + ") Tj ET\n";
        }
        contents.push_back(content);
    }
    return make_pdf_of_contents(contents, pdf);
}

// Lines of text one below the other, from a place on.
inline void add_lines(std::vector<TestLine>& page, float left, float top, const std::vector<std::string>& lines,
                      float size = 10) {
    for (const std::string& line : lines) {
        page.push_back({left, top, size, line});
        top += size * 1.2F;
    }
}

}  // namespace axray::read
