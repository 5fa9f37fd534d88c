using System.Collections.Immutable;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Staff;
using Workflows.Policy.Dates;
using Workflows.Policy.Semesters;

namespace Workflows.Personnel.Roster;

/// <summary>What one row of the sheet 人员 says, understood. An empty text or a null is something that the row doesn't say.</summary>
public sealed record RosterEntry
{
    /// <summary>The row's number as the sheet counts it, from 1.</summary>
    public required int Row { get; init; }

    /// <summary>Name, without inner spaces.</summary>
    public required string Name { get; init; }

    /// <summary>男 or 女.</summary>
    public string Gender { get; init; } = "";

    /// <summary>教职工号.</summary>
    public string StaffNumber { get; init; } = "";

    /// <summary>The ID number, valid and in one form; of other papers, the number as written.</summary>
    public string IdNumber { get; init; } = "";

    /// <summary>The birth date, perhaps a month only; from the ID number where the column is empty or gives the month.</summary>
    public required WrittenDate Birth { get; init; }

    /// <summary>教职工类别.</summary>
    public required StaffCategory Category { get; init; }

    /// <summary>人员状态.</summary>
    public required StaffStatus Status { get; init; }

    /// <summary>是否在编.</summary>
    public bool? OnEstablishment { get; init; }

    /// <summary>The post level that the grade belongs to.</summary>
    public PostLevel? PostLevel { get; init; }

    /// <summary>岗位等级 as written.</summary>
    public string GradeWritten { get; init; } = "";

    /// <summary>是否班子成员; null where the row doesn't say.</summary>
    public bool? IsLeader { get; init; }

    /// <summary>任期起止: the terms in the leadership team.</summary>
    public ImmutableArray<SpanDays> Terms { get; init; } = [];

    /// <summary>最高学历 as written.</summary>
    public string Education { get; init; } = "";

    /// <summary>职称 as written.</summary>
    public string Title { get; init; } = "";

    /// <summary>任教学科.</summary>
    public string Subject { get; init; } = "";

    /// <summary>学段.</summary>
    public string SchoolStage { get; init; } = "";

    /// <summary>荣誉, separated by <c>;</c>.</summary>
    public string Honours { get; init; } = "";

    /// <summary>原单位.</summary>
    public string FormerEmployer { get; init; } = "";

    /// <summary>手机号.</summary>
    public string Phone { get; init; } = "";

    /// <summary>邮箱.</summary>
    public string Email { get; init; } = "";

    /// <summary>备注.</summary>
    public string Remarks { get; init; } = "";

    /// <summary>The cells of columns that have no field of their own: those of the policy's list, then unknown ones, by their headers.</summary>
    public ImmutableArray<FurtherCell> Further { get; init; } = [];

    /// <summary>进本校年月, a day or a month.</summary>
    public required WrittenDate Joined { get; init; }

    /// <summary>离校年月, a day or a month; <see cref="DateReading.Empty"/> for somebody who is there.</summary>
    public required WrittenDate Left { get; init; }

    /// <summary>离校原因.</summary>
    public string LeaveReason { get; init; } = "";

    /// <summary>The birth date; null when it isn't known to the day.</summary>
    public DateOnly? BirthDate => Birth.Reading is DateReading.Day ? Birth.First : null;

    /// <summary>The first day at the college: of a month, its first day.</summary>
    public DateOnly From => Joined.First;

    /// <summary>The first day on which the person is no longer there: the day of leaving, or the month of leaving, still counts.</summary>
    public DateOnly? Until => Left.IsKnown ? Left.Last.AddDays(1) : null;
}
