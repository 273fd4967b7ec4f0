using System.Globalization;
using System.Text;
using Segmentation.Notebooks.CSharp;
using Segmentation.Tables;
using SQLitePCL;

namespace Segmentation.Notebooks.Sql;

/// <summary>Gives <c>@name</c> in a statement the present value of the C# variable <c>name</c>.</summary>
internal sealed class SqlParameters(SessionVariables variables)
{
    /// <summary>Binds every parameter; returns whether any is text.</summary>
    public bool Bind(sqlite3_stmt statement, SqlErrors errors)
    {
        var text = false;
        for (var at = 1; at <= raw.sqlite3_bind_parameter_count(statement); at++)
        {
            var spelled = raw.sqlite3_bind_parameter_name(statement, at).utf8_to_string();
            if (spelled is null || spelled[0] != '@') throw errors.Failure($"the parameter '{spelled ?? "?"}' is not understood; write '@name' for the C# variable 'name'", spelled);
            if (!variables.TryGet(spelled[1..], out var value))
            {
                throw errors.Failure($"there is no C# variable '{spelled[1..]}' for '{spelled}'; variables: {string.Join(", ", variables.Names.DefaultIfEmpty("none yet"))}", spelled);
            }

            switch (value)
            {
                case null: raw.sqlite3_bind_null(statement, at); break;
                case bool flag: raw.sqlite3_bind_int(statement, at, flag ? 1 : 0); break;
                case double or float or decimal or Half: raw.sqlite3_bind_double(statement, at, Convert.ToDouble(value, CultureInfo.InvariantCulture)); break;
                case sbyte or byte or short or ushort or int or uint or long: raw.sqlite3_bind_int64(statement, at, Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
                case string or char or Guid or Enum:
                    raw.sqlite3_bind_text(statement, at, Encoding.UTF8.GetBytes(value.ToString()!));
                    text = true;
                    break;
                case DateTime date: raw.sqlite3_bind_text(statement, at, DateColumn.Show(date)); break;
                case DateOnly date: raw.sqlite3_bind_text(statement, at, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
                default: throw errors.Failure($"the C# variable '{spelled[1..]}' is a {value.GetType().Name}; a parameter can be a number, text, date, boolean or null", spelled);
            }
        }

        return text;
    }
}
