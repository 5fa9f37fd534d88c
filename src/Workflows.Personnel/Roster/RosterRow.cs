using System.Collections.Immutable;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Spellings;
using Workflows.Personnel.Staff;
using Workflows.Personnel.Tables;
using Workflows.Policy;
using Workflows.Policy.Dates;

namespace Workflows.Personnel.Roster;

/// <summary>Understands one row of the sheet 人员: all of it, or none with every fault said.</summary>
internal static class RosterRow
{
    private const string Damaged = "E+";

    /// <summary>The entry; null if a cell without which nobody can be recorded is wrong or empty.</summary>
    /// <param name="row">The row.</param>
    /// <param name="isTicked">True where the column 是否在编 only has ticks, so that an empty cell in it says no.</param>
    /// <param name="faults">Takes the faults.</param>
    /// <param name="spellings">What unlisted words mean.</param>
    public static RosterEntry? Read(TableRow row, bool isTicked, RowFaults faults, SpellingBook spellings)
    {
        var cells = new RosterCells(row, faults, spellings);
        var name = cells.Name();
        var gender = Gender(cells, faults);
        var category = cells.OneOf<StaffCategory>(RosterColumns.Category, StaffWords.Category, StaffWords.CategoryList);
        var status = cells.OneOf<StaffStatus>(RosterColumns.Status, StaffWords.Status, StaffWords.StatusList);
        var joined = cells.Date(RosterColumns.Joined);
        if (joined.Reading is DateReading.Empty) cells.Empty(RosterColumns.Joined);
        var id = cells.Id();
        var birth = Birth(cells, id.Birth, faults);
        var onEstablishment = cells.YesOrNo(RosterColumns.OnEstablishment) ?? (isTicked ? false : null);
        var level = Level(cells, faults);
        var left = cells.Date(RosterColumns.Left);
        var (leads, terms) = (cells.YesOrNo(RosterColumns.Leadership), cells.Terms(RosterColumns.Term));
        var further = Further(row, cells);
        var (phone, email) = Reach(cells, faults);
        if (name.Length == 0 || category is null || status is null || !joined.IsKnown) return null;

        return new RosterEntry
        {
            Row = cells.Row, Name = name, Gender = gender, StaffNumber = cells.Compact(RosterColumns.StaffNumber), IdNumber = id.Number,
            Birth = birth, Category = category.Value, Status = status.Value, OnEstablishment = onEstablishment, PostLevel = level,
            GradeWritten = IsGrade(cells) ? cells.Compact(RosterColumns.PostGrade) : "",
            Education = cells.Listed(RosterColumns.Education), Title = cells.Listed(RosterColumns.Title),
            Subject = cells.Text(RosterColumns.Subject), SchoolStage = cells.Listed(RosterColumns.Stage), IsLeader = leads, Terms = [.. terms],
            Honours = string.Join(';', WrittenForm.Entries(row[RosterColumns.Honours])),
            FormerEmployer = cells.Text(RosterColumns.FormerEmployer), Phone = phone, Email = email,
            Remarks = cells.Text(RosterColumns.Remarks), Further = further,
            Joined = joined, Left = left, LeaveReason = cells.Text(RosterColumns.LeaveReason),
        };
    }

    private static string Gender(RosterCells cells, RowFaults faults)
    {
        var gender = cells.Compact(RosterColumns.Gender);
        if (gender is not ("" or "男" or "女"))
            faults.Fault(
                cells.Row,
                RosterColumns.Gender,
                new($"“{gender}”不认识", $"“{gender}” isn't known"),
                new("应为:男 女", "must be one of: 男 女"));
        return gender;
    }

    private static WrittenDate Birth(RosterCells cells, DateOnly? onId, RowFaults faults)
    {
        var written = cells.Date(RosterColumns.BirthDate);
        if (onId is not { } day) return written;
        if (written.Reading is DateReading.Empty) return WrittenDate.Of(day);
        if (!written.IsKnown) return written;
        if (day >= written.First && day <= written.Last) return WrittenDate.Of(day);
        faults.Fault(
            cells.Row,
            RosterColumns.BirthDate,
            new($"“{written.Iso}”与身份证号中的 {day:yyyy-MM-dd} 不一致", $"“{written.Iso}” contradicts {day:yyyy-MM-dd} in the ID number"),
            new("请按证件核对这两栏", "check both against the card"));
        return written;
    }

    private static bool IsGrade(RosterCells cells) => PostGrade.Parse(cells.Compact(RosterColumns.PostGrade)).IsKnown;

    private static PostLevel? Level(RosterCells cells, RowFaults faults)
    {
        var written = cells.Compact(RosterColumns.PostGrade);
        if (written is "" or "无" or "-" or "—") return null;
        var grade = PostGrade.Parse(written);
        if (!grade.IsKnown)
        {
            faults.Fault(
                cells.Row,
                RosterColumns.PostGrade,
                new($"“{written}”不是岗位等级", $"“{written}” is no post grade"),
                new("请写成 专业技术七级 或 7级(1-13);管理、工勤岗写成 管理八级、技术工三级", "write 专业技术七级 or 7级 (1-13); other posts as 管理八级, 技术工三级"));
        }
        return grade.Level;
    }

    private static (string Phone, string Email) Reach(RosterCells cells, RowFaults faults)
    {
        var phone = cells.Compact(RosterColumns.Phone);
        if (phone.Contains(Damaged, StringComparison.OrdinalIgnoreCase))
            faults.Fault(
                cells.Row,
                RosterColumns.Phone,
                new($"“{phone}”成了科学计数法", $"“{phone}” turned into scientific notation"),
                new("请重新填写,单元格设为文本", "type it again, as text"));
        var email = cells.Compact(RosterColumns.Email);
        if (email.Length > 0 && (email.IndexOf('@', StringComparison.Ordinal) is var at && (at < 1 || at == email.Length - 1)))
            faults.Fault(
                cells.Row,
                RosterColumns.Email,
                new($"“{email}”不是邮箱", $"“{email}” is no mail address"),
                new("请写成 name@example.org", "write it like name@example.org"));
        return (phone, email);
    }

    private static ImmutableArray<FurtherCell> Further(TableRow row, RosterCells cells)
    {
        var known = RosterColumns.Further.Select(column => new FurtherCell(
            column, RosterColumns.Dates.Contains(column) ? cells.Date(column).Iso : cells.Text(column)));
        var others = row.Others
            .Select(other => new FurtherCell(other.Header, WrittenForm.Fold(other.Cell)))
            .OrderBy(other => other.Column, StringComparer.Ordinal);
        return [.. known.Concat(others).Where(one => one.Cell.Length > 0)];
    }
}
